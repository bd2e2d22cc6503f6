package plumbline.contract.mqtt;

import java.time.Duration;

/**
 * One message for the broker, sent with QoS 1 and not retained.
 *
 * @param expiry after it the broker drops the message instead of delivering it; in whole seconds, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OutboundPublish(String topic, byte[] payload, String contentType, Duration expiry) {}
