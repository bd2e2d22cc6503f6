package plumbline.alerts.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import plumbline.alerts.dispatch.ReminderCheck;
import plumbline.alerts.lane.ChannelLane;
import plumbline.alerts.lane.Tenure;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;

/** Makes reminders and answers of records, and hands them on. What is neither becomes a dead letter. */
final class RecordIntake {
    private static final byte[] NO_BYTES = {};

    private final ChannelLane lane;
    private final DeliveryProducer producer;

    RecordIntake(ChannelLane lane, DeliveryProducer producer) {
        this.lane = lane;
        this.producer = producer;
    }

    void reminder(ConsumerRecord<String, byte[]> read, Tenure tenure, Runnable settled) {
        Decoded<Reminder> decoded =
                EventJson.decode(bytes(read), Reminder.class).then(ReminderCheck::check);
        if (decoded instanceof Decoded.Accepted<Reminder> accepted) {
            lane.accept(accepted.value(), tenure, settled);
        } else if (decoded instanceof Decoded.Rejected<Reminder> rejected) {
            producer.reject(read, rejected.reason(), rejected.detail(), settled);
        }
    }

    void answer(ConsumerRecord<String, byte[]> read, Tenure tenure, Runnable settled) {
        Optional<DeviceId> device = Optional.ofNullable(read.key()).flatMap(DeviceId::parse);
        Decoded<Answer> decoded = AnswerCodec.decode(bytes(read));
        if (decoded instanceof Decoded.Rejected<Answer> rejected) {
            producer.reject(read, rejected.reason(), rejected.detail(), settled);
        } else if (device.isEmpty()) {
            producer.reject(read, RejectReason.BAD_DEVICE_ID, "the key is not a device id", settled);
        } else if (decoded instanceof Decoded.Accepted<Answer> accepted) {
            lane.answered(tenure, device.get(), accepted.value(), settled);
        }
    }

    private static byte[] bytes(ConsumerRecord<String, byte[]> read) {
        return read.value() == null ? NO_BYTES : read.value();
    }
}
