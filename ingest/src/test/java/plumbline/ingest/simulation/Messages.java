package plumbline.ingest.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.KafkaTopic;
import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeRecord;

/** Numbered messages: every tenth is poison, all others are uploads. */
final class Messages {
    static final int DEVICES = 5;
    private static final int ONE_IN_POISON = 10;
    private static final String POISON = "poison ";
    private static final UploadCodec UPLOADS = new UploadCodec();

    private Messages() {}

    static InboundPublish publish(int packetId, long number) {
        String topic = "posture/v1/" + device(number) + "/up/readings";
        return InboundPublish.of(packetId, topic, payload(number), null, Instant.EPOCH);
    }

    private static String device(long number) {
        return "d" + number % DEVICES;
    }

    private static byte[] payload(long number) {
        String text = number % ONE_IN_POISON == 0
                ? POISON + number
                : "{\"v\":1,\"boot\":1,\"seq\":" + number + ",\"start\":0,\"interval\":1000,\"neck\":[1]}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Which message a record holds; fails where it is not as one was sent, or lies in the wrong place. */
    static long numberOf(IntakeRecord record) {
        long number = record.topic() == KafkaTopic.DEAD_LETTERS ? poison(record) : upload(record);
        String device = record.device() == null ? "" : record.device().value();
        Violation.unless(device.equals(device(number)), "message %d is stored as one of '%s'", number, device);
        return number;
    }

    private static long poison(IntakeRecord record) {
        String text = new String(record.value(), StandardCharsets.UTF_8);
        Violation.unless(text.startsWith(POISON), "a good message lies in the dead letters: %s", text);
        return Long.parseLong(text.substring(POISON.length()));
    }

    private static long upload(IntakeRecord record) {
        Decoded<Upload> decoded = UPLOADS.decodeBinary(record.value());
        Violation.unless(decoded instanceof Decoded.Accepted, "a stored upload can't be read: %s", decoded);
        long number = ((Decoded.Accepted<Upload>) decoded).value().seq();
        Decoded<Upload> sent = UPLOADS.decode(new DeviceId(device(number)), payload(number), null);
        Violation.unless(decoded.equals(sent), "message %d is stored as %s", number, decoded);
        return number;
    }
}
