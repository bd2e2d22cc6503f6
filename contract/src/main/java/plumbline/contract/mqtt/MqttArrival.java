package plumbline.contract.mqtt;

import org.jspecify.annotations.Nullable;

/**
 * One message as the broker delivered it.
 *
 * @param packetId what confirms it on this connection; 0 where nothing is to be confirmed (QoS 0)
 * @param contentType as the sender stated it, null where it did not
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record MqttArrival(
        int packetId,
        String topic,
        byte[] payload,
        @Nullable String contentType) {}
