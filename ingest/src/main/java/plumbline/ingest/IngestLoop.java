package plumbline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.mqtt.MqttUnavailableException;
import plumbline.contract.operator.ServiceException;
import plumbline.ingest.kafka.UploadProducer;

/** Epoch after epoch, until stopped: Kafka first, then MQTT, and after each failure a pause. */
final class IngestLoop {
    private static final Logger LOG = LoggerFactory.getLogger(IngestLoop.class);

    private final MqttEndpoint mqtt;
    private final KafkaEndpoint kafka;
    private final MqttClientSettings settings;
    private final Clock clock;
    private final MeterRegistry registry;
    private final IngestMetrics metrics;
    private final ReconnectDelay delay = new ReconnectDelay(new SplittableRandom());
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private boolean sessionExpected;
    private volatile boolean ready;
    private volatile @Nullable IngestEpoch current;

    IngestLoop(MqttEndpoint mqtt, KafkaEndpoint kafka, String clientId, Clock clock, MeterRegistry registry) {
        this.mqtt = mqtt;
        this.kafka = kafka;
        this.settings = MqttClientSettings.lasting(clientId);
        this.clock = clock;
        this.registry = registry;
        this.metrics = new IngestMetrics(registry, clock);
    }

    void run() throws InterruptedException {
        while (!isStopping()) {
            try (UploadProducer producer = UploadProducer.connect(kafka, registry, this::isStopping)) {
                runEpochs(producer);
            } catch (ServiceException e) {
                pause(String.valueOf(e.getMessage()));
            }
        }
    }

    private void runEpochs(UploadProducer producer) throws InterruptedException {
        while (!isStopping() && !producer.isBroken()) {
            try (IngestEpoch epoch = new IngestEpoch(producer, clock, metrics, this::isStopping)) {
                current = epoch;
                String cause = runEpoch(epoch);
                ready = false;
                pause(cause);
            }
        }
    }

    private String runEpoch(IngestEpoch epoch) throws InterruptedException {
        try {
            boolean kept = epoch.connect(mqtt, settings);
            metrics.epochs.increment();
            if (sessionExpected && !kept) {
                metrics.sessionsLost.increment();
                LOG.error(
                        "the MQTT broker has lost the session of {}: what came meanwhile may be gone",
                        settings.clientId());
            }
            LOG.info("ingest connected to MQTT at {}; its session was {}", mqtt.address(), kept ? "kept" : "new");
        } catch (MqttUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
        sessionExpected = true;
        delay.succeeded();
        ready = !isStopping();
        return epoch.forward();
    }

    private void pause(String cause) throws InterruptedException {
        if (isStopping()) {
            return;
        }
        Duration wait = delay.next();
        LOG.warn("ingest is interrupted: {}; next try in {} ms", cause, wait.toMillis());
        stopRequested.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isReady() {
        return ready;
    }

    private boolean isStopping() {
        return stopRequested.getCount() == 0;
    }

    /** Ends the intake, so that {@link #run} returns once what has come is stored. */
    void stop() {
        ready = false;
        stopRequested.countDown();
        IngestEpoch epoch = current;
        if (epoch != null) {
            epoch.wake();
        }
    }
}
