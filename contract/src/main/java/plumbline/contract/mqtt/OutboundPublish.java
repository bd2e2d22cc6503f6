package plumbline.contract.mqtt;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One message for the broker, sent with QoS 1.
 *
 * @param expiry after it the broker drops the message instead of delivering it, in whole seconds and at least one; null
 *     where it is kept until it is delivered
 * @param retained whether the broker keeps it for those who subscribe later, in place of the one before
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OutboundPublish(
        String topic,
        byte[] payload,
        String contentType,
        @Nullable Duration expiry,
        boolean retained) {
    /** A message for whoever is subscribed, and worth something for so long. */
    public static OutboundPublish passing(String topic, byte[] payload, String contentType, Duration expiry) {
        return new OutboundPublish(topic, payload, contentType, expiry, false);
    }

    /** A message that stands until the next one. */
    public static OutboundPublish standing(String topic, byte[] payload, String contentType) {
        return new OutboundPublish(topic, payload, contentType, null, true);
    }
}
