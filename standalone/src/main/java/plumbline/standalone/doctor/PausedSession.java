package plumbline.standalone.doctor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plumbline.contract.mqtt.BrokerTerms;
import plumbline.contract.mqtt.MqttArrival;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.contract.mqtt.MqttConnection;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.mqtt.MqttListener;
import plumbline.contract.mqtt.MqttUnavailableException;
import plumbline.contract.mqtt.OutboundPublish;
import plumbline.contract.mqtt.PublishResult;

/**
 * A session as ingest has one, on a topic of its own that no ingester takes in. It is left for a while, as by an ingester
 * that is away, and removed at the end.
 */
final class PausedSession implements AutoCloseable {
    private static final int IN_FLIGHT = 16;
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration EXPIRY = Duration.ofHours(1);

    private final MqttEndpoint broker;
    private final String id;
    private final String topic;
    private final BrokerTerms terms;

    private PausedSession(MqttEndpoint broker, String id, BrokerTerms terms) {
        this.broker = broker;
        this.id = id;
        this.topic = topic(id);
        this.terms = terms;
    }

    /**
     * What a paused session gave back.
     *
     * @param acknowledged how many messages the broker took meanwhile
     */
    record Result(int acknowledged, int cameBack, boolean sessionKept) {}

    /** Connects, subscribes and leaves. */
    static PausedSession begin(MqttEndpoint broker) throws MqttUnavailableException {
        String id = "plumbline-doctor-" + UUID.randomUUID();
        Counting nothing = new Counting();
        try (MqttConnection connection = MqttConnection.open(broker, MqttClientSettings.lasting(id), nothing)) {
            connection.subscribe(List.of(topic(id)));
            return new PausedSession(broker, id, connection.terms());
        }
    }

    private static String topic(String id) {
        return "plumbline/doctor/" + id;
    }

    BrokerTerms terms() {
        return terms;
    }

    /** Sends so many messages to it while it is paused, and counts what it has when it is taken up again. */
    Result probe(int messages) throws MqttUnavailableException {
        int acknowledged = publish(messages);
        Counting counting = new Counting();
        try (MqttConnection connection = MqttConnection.open(broker, MqttClientSettings.lasting(id), counting)) {
            counting.confirmOn(connection);
            return new Result(acknowledged, counting.await(acknowledged), connection.sessionPresent());
        }
    }

    private int publish(int messages) throws MqttUnavailableException {
        Deque<CompletableFuture<PublishResult>> underWay = new ArrayDeque<>();
        int acknowledged = 0;
        try (MqttConnection connection =
                MqttConnection.open(broker, MqttClientSettings.passing(id + "-probes"), new Counting())) {
            for (int i = 0; i < messages; i++) {
                if (underWay.size() == IN_FLIGHT) {
                    acknowledged += taken(underWay.remove());
                }
                byte[] payload = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
                underWay.add(connection.publish(OutboundPublish.passing(topic, payload, "text/plain", EXPIRY)));
            }
            while (!underWay.isEmpty()) {
                acknowledged += taken(underWay.remove());
            }
        }
        return acknowledged;
    }

    private static int taken(CompletableFuture<PublishResult> answer) throws MqttUnavailableException {
        try {
            return answer.get() == PublishResult.ACCEPTED ? 1 : 0;
        } catch (ExecutionException e) {
            throw new MqttUnavailableException("a probe was not confirmed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MqttUnavailableException("interrupted", e);
        }
    }

    /** Removes the session. */
    @Override
    public void close() throws MqttUnavailableException {
        MqttConnection.open(broker, MqttClientSettings.passing(id), new Counting())
                .close();
    }

    /** Counts and confirms what arrives. */
    private static final class Counting implements MqttListener {
        private final Semaphore arrived = new Semaphore(0);
        private final CompletableFuture<MqttConnection> connection = new CompletableFuture<>();

        void confirmOn(MqttConnection opened) {
            connection.complete(opened);
        }

        /** How many of {@code expected} came; gives up when nothing comes for a while. */
        int await(int expected) throws MqttUnavailableException {
            int came = 0;
            try {
                while (came < expected && arrived.tryAcquire(QUIET.toMillis(), TimeUnit.MILLISECONDS)) {
                    came++;
                }
                return came;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MqttUnavailableException("interrupted", e);
            }
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // what is not confirmed is not needed
        public void arrived(MqttArrival arrival) {
            connection.thenAccept(opened -> opened.acknowledge(arrival.packetId()));
            arrived.release();
        }

        @Override
        public void lost(@Nullable String cause) {
            // what is missing then is told as missing
        }
    }
}
