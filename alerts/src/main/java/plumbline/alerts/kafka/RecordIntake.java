package plumbline.alerts.kafka;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import plumbline.alerts.dispatch.ReminderCheck;
import plumbline.alerts.lane.ChannelLane;
import plumbline.alerts.lane.Tenure;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.ReminderEventCodec;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.ReminderEvent;
import plumbline.contract.event.Withdrawal;

/** Makes reminders and answers of records, and hands them on. What is neither becomes a dead letter. */
final class RecordIntake {
    private final ChannelLane lane;
    private final DeliveryProducer producer;

    RecordIntake(ChannelLane lane, DeliveryProducer producer) {
        this.lane = lane;
        this.producer = producer;
    }

    /** Notes a withdrawal at once; a reminder is given to {@code later}, to be delivered when all that was read with it is noted. */
    void reminder(ConsumerRecord<String, byte[]> read, Tenure tenure, Runnable settled, Consumer<Runnable> later) {
        Decoded<ReminderEvent> decoded =
                bytes(read).then(ReminderEventCodec::decode).then(ReminderCheck::check);
        take(decoded, read, settled, event -> {
            if (event instanceof Withdrawal withdrawal) {
                lane.withdrawn(tenure, withdrawal, settled);
            } else {
                later.accept(() -> lane.accept((Reminder) event, tenure, settled));
            }
        });
    }

    void answer(ConsumerRecord<String, byte[]> read, Tenure tenure, Runnable settled) {
        Decoded<Answer> decoded = bytes(read).then(AnswerCodec::decode);
        take(
                decoded,
                read,
                settled,
                answer -> take(device(read), read, settled, device -> lane.answered(tenure, device, answer, settled)));
    }

    private <T> void take(
            Decoded<T> decoded, ConsumerRecord<String, byte[]> read, Runnable settled, Consumer<T> taker) {
        if (decoded instanceof Decoded.Accepted<T> accepted) {
            taker.accept(accepted.value());
        } else if (decoded instanceof Decoded.Rejected<T> rejected) {
            producer.reject(read, rejected.reason(), rejected.detail(), settled);
        }
    }

    private static Decoded<byte[]> bytes(ConsumerRecord<String, byte[]> read) {
        return read.value() == null || read.value().length == 0
                ? Decoded.reject(RejectReason.EMPTY, "the record has no value")
                : Decoded.accept(read.value());
    }

    private static Decoded<DeviceId> device(ConsumerRecord<String, byte[]> read) {
        return Optional.ofNullable(read.key())
                .flatMap(DeviceId::parse)
                .map(Decoded::accept)
                .orElseGet(() -> Decoded.reject(RejectReason.BAD_DEVICE_ID, "the key is not a device id"));
    }
}
