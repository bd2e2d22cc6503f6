package plumbline.standalone;

import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import plumbline.contract.mqtt.MqttEndpoint;

/** A device that knows the contract's topics, an MQTT 5 client and nothing else. */
final class OrdinaryDevice implements AutoCloseable {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(60);

    final List<byte[]> reminders = new CopyOnWriteArrayList<>();

    private final String id;
    private final Mqtt5BlockingClient client;

    /** Connects, if need be once the broker is back. */
    OrdinaryDevice(MqttEndpoint broker, String id) {
        this.id = id;
        client = MqttClient.builder()
                .identifier(id)
                .serverHost(broker.host())
                .serverPort(broker.port())
                .useMqttVersion5()
                .buildBlocking();
        await().atMost(CONNECTED_WITHIN)
                .ignoreExceptionsMatching(OrdinaryDevice::isNotThere)
                .until(() -> client.connect() != null);
        client.toAsync()
                .subscribeWith()
                .topicFilter(topic("down/reminders"))
                .callback(message -> reminders.add(message.getPayloadAsBytes()))
                .send()
                .join();
    }

    /** A port may take connections, and close them, before the broker listens behind it. */
    private static boolean isNotThere(Throwable failure) {
        return failure instanceof ConnectionFailedException || failure instanceof ConnectionClosedException;
    }

    private String topic(String kind) {
        return "posture/v1/" + id + "/" + kind;
    }

    /** Returns once the broker has confirmed it. */
    void upload(String text) {
        publish("up/readings", text);
    }

    /** Returns once the broker has confirmed it. */
    void answer(String text) {
        publish("up/answers", text);
    }

    private void publish(String kind, String text) {
        client.publishWith()
                .topic(topic(kind))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
