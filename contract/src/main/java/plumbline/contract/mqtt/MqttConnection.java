package plumbline.contract.mqtt;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker, used once: opened, then closed, never reconnected. A message can be confirmed only on the
 * connection that delivered it, as the broker gives its ids anew after each.
 */
public final class MqttConnection implements AutoCloseable {
    /** Larger packets the broker must not send. */
    public static final int MAX_PACKET_BYTES = 1024 * 1024;

    /** The client's own timeout covers TCP alone; a broker that accepts and stays silent would hold it for ever. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    /** The client notices silence a moment after twice the interval that it is given. */
    private static final Duration TIMER = Duration.ofSeconds(1);

    static final Duration GOODBYE_WITHIN = Duration.ofSeconds(2);

    private static final int QOS = 1;
    private static final int RETAINED_IF_NEW = 1;
    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final java.util.logging.Logger PAHO = java.util.logging.Logger.getLogger("org.eclipse.paho.mqttv5");

    static {
        // It prints a stack trace for every lost connection; the listener hears of each in one line.
        PAHO.setLevel(Level.OFF);
    }

    private final String address;
    private final SoftLandingSocketFactory sockets = new SoftLandingSocketFactory();
    private final MqttAsyncClient client;
    private final PahoListener listener;
    private boolean sessionPresent;
    private @Nullable BrokerTerms terms;

    private MqttConnection(MqttEndpoint endpoint, String clientId, MqttListener listener) throws MqttException {
        this.address = endpoint.address();
        this.client = new MqttAsyncClient(address, clientId, new MemoryPersistence());
        this.listener = new PahoListener(listener, sockets::close);
    }

    /**
     * Connects within 5 s. Messages of a kept session may come before this returns.
     *
     * @throws MqttUnavailableException where the broker can't be reached, refuses or stays silent; nothing is left open
     */
    public static MqttConnection open(MqttEndpoint endpoint, MqttClientSettings settings, MqttListener listener)
            throws MqttUnavailableException {
        try {
            MqttConnection connection = new MqttConnection(endpoint, settings.clientId(), listener);
            connection.connect(settings);
            return connection;
        } catch (MqttException e) {
            throw new MqttUnavailableException(
                    "can't connect to MQTT at " + endpoint.address() + ": " + PahoFault.describe(e), e);
        }
    }

    private void connect(MqttClientSettings settings) throws MqttException, MqttUnavailableException {
        client.setCallback(listener);
        client.setManualAcks(settings.manualAcks());
        PahoAnswer answer = new PahoAnswer();
        client.connect(options(settings), null, answer);
        try {
            IMqttToken taken = PahoAnswer.await(answer.future, ANSWER_WITHIN);
            sessionPresent = taken.getSessionPresent();
            terms = BrokerTerms.of(taken.getResponseProperties(), settings.sessionExpiry());
        } catch (MqttUnavailableException e) {
            listener.end();
            sockets.close();
            throw new MqttUnavailableException("can't connect to MQTT at " + address + ": " + e.getMessage(), e);
        }
    }

    private MqttConnectionOptions options(MqttClientSettings settings) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(settings.sessionExpiry().isZero());
        options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
        options.setReceiveMaximum(settings.receiveMaximum());
        options.setMaximumPacketSize((long) MAX_PACKET_BYTES);
        options.setKeepAliveInterval(
                (int) Math.max(1, settings.keepAlive().minus(TIMER).toSeconds()));
        options.setConnectionTimeout((int) ANSWER_WITHIN.toSeconds());
        options.setSocketFactory(sockets);
        return options;
    }

    /** Whether the broker has kept the session; if not, what came meanwhile is gone. */
    public boolean sessionPresent() {
        return sessionPresent;
    }

    /** What the broker said when it took the connection. */
    public BrokerTerms terms() {
        return Objects.requireNonNull(terms);
    }

    /**
     * Subscribes with QoS 1. Harmless where the session has the subscription already; needed even then, as the last
     * connection may have ended before its subscription.
     *
     * @throws MqttUnavailableException where the broker denies a filter, grants less, or does not answer within 5 s
     */
    public void subscribe(List<String> filters) throws MqttUnavailableException {
        try {
            PahoAnswer.await(subscribing(filters), ANSWER_WITHIN);
        } catch (MqttUnavailableException e) {
            throw new MqttUnavailableException(
                    "can't subscribe at " + address + " to " + filters + ": " + e.getMessage(), e);
        }
    }

    /**
     * The same without waiting: some brokers send all that the session holds before they answer. Fails with
     * {@link MqttUnavailableException} where the broker denies a filter, grants less, or the connection ends.
     */
    public CompletableFuture<Void> subscribing(List<String> filters) {
        MqttSubscription[] subscriptions =
                filters.stream().map(MqttConnection::subscription).toArray(MqttSubscription[]::new);
        PahoAnswer answer = new PahoAnswer();
        try {
            client.subscribe(subscriptions, null, answer, new MqttProperties());
        } catch (MqttException e) {
            answer.onFailure(null, e);
        }
        return answer.future.thenAccept(token -> requireGranted(filters, token.getReasonCodes()));
    }

    private static MqttSubscription subscription(String filter) {
        MqttSubscription subscription = new MqttSubscription(filter, QOS);
        subscription.setRetainHandling(RETAINED_IF_NEW);
        return subscription;
    }

    /** The client reports a denial as success. */
    private static void requireGranted(List<String> filters, int[] codes) {
        for (int i = 0; i < filters.size(); i++) {
            if (codes[i] != QOS) {
                throw new CompletionException(new MqttUnavailableException(
                        "the broker does not grant " + filters.get(i) + " (" + PahoFault.hex(codes[i]) + ")"));
            }
        }
    }

    /** Confirms a message of this connection by its id; without effect once the connection has ended. */
    public void acknowledge(int packetId) {
        if (packetId == 0) {
            return;
        }
        try {
            client.messageArrivedComplete(packetId, QOS);
        } catch (MqttException e) {
            throw new IllegalStateException("confirming message " + packetId + " failed", e);
        }
    }

    /**
     * Stops or goes on reading what the broker sends. Meanwhile some that was read ahead may still come, the network holds the
     * broker back, and after about twice the keep-alive the connection counts as lost.
     */
    public void pauseReading(boolean now) {
        sockets.pauseReading(now);
    }

    /**
     * Sends a message. The result comes with the broker's answer; it fails with {@link MqttUnavailableException} where the
     * connection ends before, and with {@link java.util.concurrent.TimeoutException} after 5 s.
     */
    public CompletableFuture<PublishResult> publish(OutboundPublish publish) {
        MqttProperties properties = new MqttProperties();
        properties.setContentType(publish.contentType());
        if (publish.expiry() != null) {
            properties.setMessageExpiryInterval(Math.max(1, publish.expiry().toSeconds()));
        }
        MqttMessage message = new MqttMessage(publish.payload(), QOS, publish.retained(), properties);
        PahoAnswer answer = new PahoAnswer();
        try {
            client.publish(publish.topic(), message, null, answer);
        } catch (MqttException e) {
            answer.onFailure(null, e);
        }
        return answer.future.thenApply(MqttConnection::resultOf).orTimeout(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
    }

    private static PublishResult resultOf(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        int code = codes == null || codes.length == 0 ? MqttReturnCode.RETURN_CODE_SUCCESS : codes[0];
        if (code == MqttReturnCode.RETURN_CODE_NO_MATCHING_SUBSCRIBERS) {
            return PublishResult.NO_SUBSCRIBERS;
        }
        return code < MqttReturnCode.RETURN_CODE_UNSPECIFIED_ERROR ? PublishResult.ACCEPTED : PublishResult.REFUSED;
    }

    /**
     * Sends what was confirmed, says goodbye, and ends the connection within 2 s, whatever the broker does. Safe to call
     * again; not from a {@link MqttListener}.
     *
     * <p>The client's own close is left out: amid a disconnect it keeps the threads from being ended, and after one it
     * has nothing to release.
     */
    @Override
    public void close() {
        listener.end();
        PahoAnswer goodbye = new PahoAnswer();
        try {
            client.disconnect(0, null, goodbye, MqttReturnCode.RETURN_CODE_SUCCESS, new MqttProperties());
            PahoAnswer.await(goodbye.future, GOODBYE_WITHIN);
        } catch (MqttException | MqttUnavailableException e) {
            LOG.debug("no orderly goodbye to MQTT at {}: {}", address, e.getMessage());
        }
        sockets.close();
    }
}
