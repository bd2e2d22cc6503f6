package plumbline.simulator.mqtt;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import plumbline.contract.codec.ContentType;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceConnection;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopic;
import plumbline.contract.device.DeviceTopicKind;

/**
 * A link over one HiveMQ client, whose own state carries unconfirmed messages over a reconnect. What the link is told
 * to do is done in order, one after the other.
 */
final class HiveLink implements DeviceLink {
    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final Duration SESSION_EXPIRY = Duration.ofHours(1);
    private static final DeviceConnection OFFLINE =
            new DeviceConnection(1, DeviceConnection.State.OFFLINE, null, null, null);

    private final DeviceId device;
    private final Mqtt5AsyncClient client;
    private final DeviceInbox inbox;
    private volatile DeviceConnection status = OFFLINE;
    private volatile boolean wanted;
    private CompletableFuture<?> tail = CompletableFuture.completedFuture(null);

    /** @param client makes the client, given this link */
    HiveLink(DeviceId device, ClientFactory client, DeviceInbox inbox) {
        this.device = device;
        this.inbox = inbox;
        this.client = client.create(() -> wanted, this::connected);
        listen();
    }

    /** Makes a client that reconnects while it is wanted. */
    interface ClientFactory {
        Mqtt5AsyncClient create(Supplier<Boolean> wanted, Runnable connected);
    }

    private void listen() {
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                publish -> DeviceTopic.parse(publish.getTopic().toString())
                        .ifPresent(topic -> inbox.take(topic.kind(), publish.getPayloadAsBytes())));
    }

    @Override
    public CompletableFuture<?> connect(DeviceConnection online) {
        status = online;
        wanted = true;
        return next(() -> {
            if (client.getState() == MqttClientState.DISCONNECTED) {
                return client.connect(request()).thenCompose(this::subscribe);
            }
            return client.getState() == MqttClientState.CONNECTED ? say(status) : done();
        });
    }

    private Mqtt5Connect request() {
        return Mqtt5Connect.builder()
                .cleanStart(false)
                .sessionExpiryInterval(SESSION_EXPIRY.toSeconds())
                .keepAlive(KEEP_ALIVE_SECONDS)
                .willPublish(statusMessage(OFFLINE).asWill())
                .build();
    }

    private CompletableFuture<?> subscribe(Mqtt5ConnAck connected) {
        return client.subscribeWith()
                .topicFilter(DeviceTopicKind.REMINDERS.of(device).name())
                .qos(MqttQos.AT_LEAST_ONCE)
                .addSubscription()
                .topicFilter(DeviceTopicKind.STORED.of(device).name())
                .qos(MqttQos.AT_LEAST_ONCE)
                .applySubscription()
                .send();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a status that fails is said again after the next connect
    private void connected() {
        if (wanted) {
            say(status);
        } else {
            drop();
        }
    }

    private CompletableFuture<?> say(DeviceConnection what) {
        return client.publish(statusMessage(what));
    }

    private Mqtt5Publish statusMessage(DeviceConnection what) {
        return Mqtt5Publish.builder()
                .topic(DeviceTopicKind.STATUS.of(device).name())
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType(ContentType.JSON.mediaType())
                .payload(EventJson.encode(what))
                .retain(true)
                .build();
    }

    @Override
    public CompletableFuture<?> publish(Packet packet) {
        Mqtt5Publish message = Mqtt5Publish.builder()
                .topic(packet.topic().name())
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType(packet.stated().map(ContentType::mediaType).orElse(null))
                .payload(packet.payload())
                .build();
        return client.publish(message).thenCompose(HiveLink::heard);
    }

    /** What nobody subscribed to is not kept by the broker, whatever it acknowledges. */
    private static CompletableFuture<?> heard(Mqtt5PublishResult result) {
        boolean unheard = result instanceof Mqtt5PublishResult.Mqtt5Qos1Result acked
                && acked.getPubAck().getReasonCode() == Mqtt5PubAckReasonCode.NO_MATCHING_SUBSCRIBERS;
        return unheard ? CompletableFuture.failedFuture(new IllegalStateException("nobody listens")) : done();
    }

    @Override
    public CompletableFuture<?> drop() {
        wanted = false;
        return next(() -> disconnect(SESSION_EXPIRY));
    }

    @Override
    public CompletableFuture<?> close() {
        wanted = false;
        return next(() -> disconnect(Duration.ZERO));
    }

    private CompletableFuture<?> disconnect(Duration sessionExpiry) {
        if (client.getState() != MqttClientState.CONNECTED) {
            return done();
        }
        return say(OFFLINE)
                .thenCompose(said -> client.disconnectWith()
                        .sessionExpiryInterval(sessionExpiry.toSeconds())
                        .send());
    }

    private synchronized CompletableFuture<?> next(Supplier<CompletableFuture<?>> step) {
        CompletableFuture<?> following = tail.handle((result, failure) -> null).thenCompose(ignored -> step.get());
        tail = following;
        return following;
    }

    private static CompletableFuture<?> done() {
        return CompletableFuture.completedFuture(null);
    }
}
