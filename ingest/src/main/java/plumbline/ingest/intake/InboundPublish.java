package plumbline.ingest.intake;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One message as it came, with at most {@link #MAX_KEPT_BYTES} of its payload.
 *
 * @param packetId what confirms it to the broker, 0 where nothing does
 * @param payload its first bytes; all of them unless it was larger
 * @param sentBytes how large it was
 * @param contentType as the sender stated it, null where it did not
 * @param arrivedAt by the service's clock
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record InboundPublish(
        int packetId,
        String topic,
        byte[] payload,
        int sentBytes,
        @Nullable String contentType,
        Instant arrivedAt) {
    /** Twice what an upload may have: enough to see what was wrong, and far below Kafka's limit of 1 MiB a record. */
    public static final int MAX_KEPT_BYTES = 128 * 1024;

    public static InboundPublish of(
            int packetId, String topic, byte[] payload, @Nullable String contentType, Instant arrivedAt) {
        byte[] kept = payload.length > MAX_KEPT_BYTES ? Arrays.copyOf(payload, MAX_KEPT_BYTES) : payload;
        return new InboundPublish(packetId, topic, kept, payload.length, contentType, arrivedAt);
    }

    public boolean isTruncated() {
        return sentBytes > payload.length;
    }
}
