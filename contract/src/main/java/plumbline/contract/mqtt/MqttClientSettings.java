package plumbline.contract.mqtt;

import java.time.Duration;

/**
 * How a client presents itself to the broker.
 *
 * @param sessionExpiry how long the broker keeps what arrives while the client is away; zero begins anew each time
 * @param manualAcks whether the owner confirms each message, rather than the client on delivery
 * @param receiveMaximum how many messages the broker may send before one is confirmed
 * @param keepAlive a silent broker is noticed within twice this
 */
public record MqttClientSettings(
        String clientId, Duration sessionExpiry, boolean manualAcks, int receiveMaximum, Duration keepAlive) {
    public static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private static final int RECEIVE_MAXIMUM = 500;
    private static final Duration LASTING = Duration.ofDays(14);

    /** A client whose messages wait for it at the broker, and which confirms them itself. */
    public static MqttClientSettings lasting(String clientId) {
        return new MqttClientSettings(clientId, LASTING, true, RECEIVE_MAXIMUM, KEEP_ALIVE);
    }

    /** A client that leaves nothing at the broker. */
    public static MqttClientSettings passing(String clientId) {
        return new MqttClientSettings(clientId, Duration.ZERO, false, RECEIVE_MAXIMUM, KEEP_ALIVE);
    }
}
