package plumbline.simulator.play;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.ContentType;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Reminder;
import plumbline.simulator.device.DeviceMessage;
import plumbline.simulator.device.VirtualDevice;
import plumbline.simulator.mqtt.DeviceInbox;
import plumbline.simulator.mqtt.DeviceLink;
import plumbline.simulator.mqtt.Outbox;
import plumbline.simulator.mqtt.Packet;
import plumbline.simulator.roster.Enrolled;
import plumbline.simulator.roster.UploadEncoding;

/** One device of a fleet with its connection. Moved by one thread; reminders may come in on any. */
final class FleetMember {
    /** More messages than this between two moves are lost. */
    static final int MAX_INBOX = 64;

    private final VirtualDevice device;
    private final UploadEncoding encoding;
    private final FleetListener listener;
    private final DeviceLink link;
    private final Outbox outbox;
    private final Queue<Inbound> inbox = new ArrayBlockingQueue<>(MAX_INBOX);
    private final AtomicLong reminders = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private volatile long readings;
    private volatile long held;

    /** @param links makes the device's connection, given what takes its messages */
    FleetMember(Enrolled enrolled, BiFunction<DeviceId, DeviceInbox, DeviceLink> links, FleetListener listener) {
        this.device = enrolled.device();
        this.encoding = enrolled.encoding();
        this.listener = listener;
        this.link = links.apply(device.id(), this::take);
        this.outbox = new Outbox(link::publish);
    }

    /** A message to the device that it has not looked at yet. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Inbound(DeviceTopicKind kind, byte[] payload) {}

    private void take(DeviceTopicKind kind, byte[] payload) {
        if (!inbox.offer(new Inbound(kind, payload))) {
            unreadable.incrementAndGet();
        }
    }

    CompletableFuture<?> connect() {
        return link.connect(device.status());
    }

    /** Lets the device live up to {@code nowMillis}. */
    void advance(long nowMillis) {
        device.advance(nowMillis).forEach(this::send);
        for (Inbound message = inbox.poll(); message != null; message = inbox.poll()) {
            receive(message, nowMillis);
        }
        if (outbox.isEmpty()) {
            device.sendAgain(nowMillis).forEach(this::sendOnceMore);
        }
        tell();
    }

    private void sendOnceMore(DeviceMessage message) {
        sentAgain.incrementAndGet();
        send(message);
    }

    private void receive(Inbound message, long nowMillis) {
        if (message.kind() == DeviceTopicKind.STORED) {
            stored(message.payload());
        } else {
            remind(message.payload(), nowMillis);
        }
    }

    private void stored(byte[] payload) {
        if (EventJson.decode(payload, StoredWatermark.class) instanceof Decoded.Accepted<StoredWatermark> accepted) {
            device.stored(accepted.value());
        } else {
            unreadable.incrementAndGet();
        }
    }

    private void remind(byte[] payload, long nowMillis) {
        if (!(EventJson.decode(payload, Reminder.class) instanceof Decoded.Accepted<Reminder> accepted)) {
            unreadable.incrementAndGet();
        } else if (device.receive(accepted.value(), nowMillis)) {
            reminders.incrementAndGet();
            listener.reminded(device.id(), accepted.value());
        } else {
            repeated.incrementAndGet();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the link goes on trying by itself
    private void send(DeviceMessage message) {
        if (message instanceof DeviceMessage.Online online) {
            link.connect(online.status());
        } else if (message instanceof DeviceMessage.Offline) {
            link.drop();
        } else if (message instanceof DeviceMessage.Readings read) {
            upload(read.upload());
        } else if (message instanceof DeviceMessage.Said said) {
            answer(said.answer());
        }
    }

    private void upload(Upload upload) {
        ContentType stated = encoding.stated() ? encoding.form() : null;
        outbox.add(new Packet(DeviceTopicKind.READINGS.of(device.id()), encoding.encode(upload), stated));
    }

    private void answer(Answer answer) {
        byte[] payload = AnswerCodec.encode(answer);
        outbox.add(new Packet(DeviceTopicKind.ANSWERS.of(device.id()), payload, ContentType.JSON));
        listener.answered(device.id(), answer);
    }

    private void tell() {
        readings = device.readings();
        held = device.held();
        device.takeSpells().forEach(spell -> listener.ended(device.id(), spell));
    }

    void retry() {
        outbox.retry();
    }

    /** Sends what is left; the truth ends here. */
    void finish() {
        device.finish().forEach(this::send);
        tell();
        outbox.retry();
    }

    Outbox outbox() {
        return outbox;
    }

    FleetTotals totals() {
        return new FleetTotals(
                1, readings, outbox.totals(), sentAgain.get(), held, reminders.get(), repeated.get(), unreadable.get());
    }
}
