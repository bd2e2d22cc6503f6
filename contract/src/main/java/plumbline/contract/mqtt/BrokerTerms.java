package plumbline.contract.mqtt;

import java.time.Duration;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * What the broker said when it took the connection.
 *
 * @param sessionExpiry how long it will keep the session, which may be less than was asked for
 * @param maxPacketBytes the largest packet it takes
 * @param retains whether it keeps retained messages
 * @param shares whether it has shared subscriptions
 */
public record BrokerTerms(Duration sessionExpiry, long maxPacketBytes, boolean retains, boolean shares) {
    /** Of the protocol, where the broker names none. */
    private static final long PROTOCOL_MAX_BYTES = 268_435_460;

    static BrokerTerms of(MqttProperties said, Duration asked) {
        Long expiry = said.getSessionExpiryInterval();
        Long most = said.getMaximumPacketSize();
        return new BrokerTerms(
                expiry == null ? asked : Duration.ofSeconds(expiry),
                most == null ? PROTOCOL_MAX_BYTES : most,
                said.isRetainAvailable(),
                said.isSharedSubscriptionAvailable());
    }
}
