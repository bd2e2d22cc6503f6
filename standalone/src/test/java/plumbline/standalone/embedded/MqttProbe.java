package plumbline.standalone.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** An MQTT 5 client that keeps what it receives, and acknowledges it or not. */
final class MqttProbe implements MqttCallback, AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final int UNDER_WAY = 200;

    record Received(String topic, MqttMessage message) {
        String text() {
            return new String(message.getPayload(), StandardCharsets.UTF_8);
        }
    }

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final MqttAsyncClient client;
    private final boolean foundSession;

    private MqttProbe(EmbeddedMqtt broker, String clientId, boolean acknowledges, MqttConnectionOptions options)
            throws MqttException {
        client = new MqttAsyncClient(broker.endpoint().address(), clientId, new MemoryPersistence());
        client.setCallback(this);
        client.setManualAcks(!acknowledges);
        foundSession = await(client.connect(options)).getSessionPresent();
    }

    /** A client whose session ends with its connection. */
    static MqttProbe passing(EmbeddedMqtt broker, String clientId, Consumer<MqttConnectionOptions> choices)
            throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        choices.accept(options);
        return new MqttProbe(broker, clientId, true, options);
    }

    static MqttProbe passing(EmbeddedMqtt broker, String clientId) throws MqttException {
        return passing(broker, clientId, options -> {});
    }

    /** A client that goes on with its session. */
    static MqttProbe returning(EmbeddedMqtt broker, String clientId) throws MqttException {
        return new MqttProbe(broker, clientId, true, session(Duration.ofDays(1)));
    }

    static MqttProbe returning(EmbeddedMqtt broker, String clientId, Duration expiry) throws MqttException {
        return new MqttProbe(broker, clientId, true, session(expiry));
    }

    /** A client that goes on with its session and leaves up to {@code receiveMaximum} messages unacknowledged. */
    static MqttProbe silent(EmbeddedMqtt broker, String clientId, int receiveMaximum) throws MqttException {
        MqttConnectionOptions options = session(Duration.ofDays(1));
        options.setReceiveMaximum(receiveMaximum);
        return new MqttProbe(broker, clientId, false, options);
    }

    private static MqttConnectionOptions session(Duration expiry) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(expiry.toSeconds());
        return options;
    }

    boolean foundSession() {
        return foundSession;
    }

    void subscribe(String filter) throws MqttException {
        await(client.subscribe(filter, 1));
    }

    void publish(String topic, byte[] payload) throws MqttException {
        publish(topic, new MqttMessage(payload, 1, false, null));
    }

    void publish(String topic, MqttMessage message) throws MqttException {
        await(client.publish(topic, message));
    }

    void publishAll(String topic, List<String> texts) throws MqttException {
        Queue<IMqttToken> underWay = new ArrayDeque<>();
        for (String text : texts) {
            underWay.add(client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, false));
            if (underWay.size() == UNDER_WAY) {
                await(underWay.remove());
            }
        }
        for (IMqttToken token : underWay) {
            await(token);
        }
    }

    /** Publishes at QoS 0, so that nothing is waited for. */
    void publishUnheard(String topic, int count) throws MqttException {
        for (int i = 0; i < count; i++) {
            client.publish(topic, new byte[] {1}, 0, false);
        }
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> texts() {
        return received.stream().map(Received::text).toList();
    }

    int count() {
        return received.size();
    }

    /** Goes without a word, as a device does whose battery is empty. */
    void vanish() throws MqttException {
        client.disconnectForcibly(0, 0, false);
        client.close(true);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            await(client.disconnect());
        }
        client.close(true);
    }

    private static IMqttToken await(IMqttToken token) throws MqttException {
        token.waitForCompletion(WITHIN.toMillis());
        return token;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        received.add(new Received(topic, message));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String address) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
