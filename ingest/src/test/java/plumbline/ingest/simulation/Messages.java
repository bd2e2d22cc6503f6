package plumbline.ingest.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
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
        String topic = "posture/v1/d" + number % DEVICES + "/up/readings";
        return InboundPublish.of(packetId, topic, payload(number), null, Instant.EPOCH);
    }

    private static byte[] payload(long number) {
        String text = number % ONE_IN_POISON == 0
                ? POISON + number
                : "{\"v\":1,\"boot\":1,\"seq\":" + number + ",\"start\":0,\"interval\":1000,\"neck\":[1]}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Which message a record holds; fails where it is none that was sent, or lies in the wrong place. */
    static long numberOf(IntakeRecord record) {
        if (record.topic() == KafkaTopic.DEAD_LETTERS) {
            String text = new String(record.value(), StandardCharsets.UTF_8);
            Violation.unless(text.startsWith(POISON), "a good message lies in the dead letters: %s", text);
            return Long.parseLong(text.substring(POISON.length()));
        }
        Decoded<Upload> decoded = UPLOADS.decodeBinary(record.value());
        Violation.unless(decoded instanceof Decoded.Accepted, "a stored upload can't be read: %s", decoded);
        return ((Decoded.Accepted<Upload>) decoded).value().seq();
    }
}
