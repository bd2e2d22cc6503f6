package plumbline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.operator.Service;

/** Takes what devices send over MQTT into Kafka. What it has confirmed to the broker is stored. */
public final class IngestService implements Service {
    /** The client id where none is chosen, without the topic prefix. */
    public static final String DEFAULT_CLIENT_ID = "plumbline-ingest";

    /** Flushing (10 s), a blocked append (5 s), the two closings (2 s each). */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private static final Duration INTERRUPTED_WITHIN = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

    private final IngestLoop loop;
    private final StoredLoop stored;
    private final Thread worker = new Thread(this::work, "ingest");
    private volatile @Nullable String fault;

    /**
     * Nothing begins before {@link #start}.
     *
     * @param clientId names the MQTT session; two ingesters with one id would take it from each other
     * @param clock says when a message arrived
     */
    public IngestService(MqttEndpoint mqtt, KafkaEndpoint kafka, String clientId, Clock clock, MeterRegistry registry) {
        loop = new IngestLoop(mqtt, kafka, clientId, clock, registry);
        stored = new StoredLoop(mqtt, kafka, clientId + "-stored", registry);
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public void start() {
        worker.start();
        stored.start();
    }

    private void work() {
        try {
            loop.run();
        } catch (InterruptedException e) {
            LOG.warn("ingest was stopped before all that came was stored; the broker keeps it");
        } catch (RuntimeException e) {
            LOG.error("ingest has failed", e);
            fault = e.toString();
        }
    }

    @Override
    public boolean isReady() {
        return loop.isReady() && worker.isAlive();
    }

    @Override
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public void close() {
        loop.stop();
        stored.stop();
        try {
            stored.join();
            worker.join(STOP_WITHIN.toMillis());
            if (worker.isAlive()) {
                worker.interrupt();
                worker.join(INTERRUPTED_WITHIN.toMillis());
            }
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
