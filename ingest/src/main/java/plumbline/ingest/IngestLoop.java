package plumbline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
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
import plumbline.ingest.intake.IntakeCycle;
import plumbline.ingest.intake.IntakeTopics;
import plumbline.ingest.kafka.UploadProducer;

/** Carries out the steps of an {@link IntakeCycle} on MQTT and Kafka, on the thread that runs it. */
final class IngestLoop {
    private static final Logger LOG = LoggerFactory.getLogger(IngestLoop.class);

    private final MqttEndpoint mqtt;
    private final KafkaEndpoint kafka;
    private final MqttClientSettings settings;
    private final IntakeTopics topics;
    private final long maxWaitingBytes;
    private final Clock clock;
    private final MeterRegistry registry;
    private final IngestMetrics metrics;
    private final IntakeCycle cycle = new IntakeCycle(new SplittableRandom());
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private @Nullable UploadProducer producer;
    private volatile boolean ready;
    private volatile @Nullable IngestEpoch epoch;

    /**
     * @param topics what this connection takes in
     * @param maxWaitingBytes of the messages that wait for Kafka, and as much again in its producer
     */
    IngestLoop(
            MqttEndpoint mqtt,
            KafkaEndpoint kafka,
            String clientId,
            IntakeTopics topics,
            long maxWaitingBytes,
            Clock clock,
            MeterRegistry registry,
            IngestMetrics metrics) {
        this.mqtt = mqtt;
        this.kafka = kafka;
        this.settings = MqttClientSettings.lasting(clientId);
        this.clock = clock;
        this.registry = registry;
        this.metrics = metrics;
        this.topics = topics;
        this.maxWaitingBytes = maxWaitingBytes;
    }

    /** Returns once it is stopped. */
    void run() throws InterruptedException {
        try {
            for (IntakeCycle.Step step = cycle.next(); step != IntakeCycle.Step.END; step = cycle.next()) {
                carryOut(step);
            }
        } finally {
            ready = false;
            closeEpoch();
            closeProducer();
        }
    }

    private void carryOut(IntakeCycle.Step step) throws InterruptedException {
        switch (step) {
            case OPEN_LOG -> openLog();
            case CONNECT -> connect();
            case SUBSCRIBE -> subscribe();
            case FORWARD -> forward();
            case FLUSH -> flush();
            case PAUSE -> pause();
            case END -> throw new IllegalStateException("there is no step after the end");
        }
    }

    private void openLog() {
        closeProducer();
        try {
            UploadProducer opened =
                    UploadProducer.connect(kafka, settings.clientId(), maxWaitingBytes, registry, cycle::isStopping);
            producer = opened;
            metrics.opened(opened);
            cycle.logOpened();
        } catch (ServiceException e) {
            cycle.logUnavailable();
            tell(e.getMessage());
        }
    }

    private void connect() {
        IngestEpoch opened =
                new IngestEpoch(Objects.requireNonNull(producer), clock, metrics, cycle::isStopping, maxWaitingBytes);
        epoch = opened;
        try {
            boolean kept = opened.connect(mqtt, settings);
            metrics.epochs.increment();
            if (cycle.connected(kept)) {
                metrics.sessionsLost.increment();
                LOG.error(
                        "the MQTT broker has lost the session of {}: what came meanwhile may be gone",
                        settings.clientId());
            }
            LOG.info(
                    "{} connected to MQTT at {}; its session was {}",
                    settings.clientId(),
                    mqtt.address(),
                    kept ? "kept" : "new");
        } catch (MqttUnavailableException e) {
            disconnected(e.getMessage());
        }
    }

    private void subscribe() throws InterruptedException {
        try {
            Objects.requireNonNull(epoch).subscribe(topics);
            cycle.subscribed();
            ready = true;
        } catch (MqttUnavailableException e) {
            disconnected(e.getMessage());
        }
    }

    private void forward() throws InterruptedException {
        Objects.requireNonNull(epoch).forward().ifPresent(this::disconnected);
    }

    private void flush() throws InterruptedException {
        Objects.requireNonNull(epoch).flush();
        cycle.flushed();
    }

    private void disconnected(@Nullable String cause) {
        ready = false;
        closeEpoch();
        cycle.disconnected(Objects.requireNonNull(producer).isBroken());
        tell(cause);
    }

    private void tell(@Nullable String cause) {
        if (!cycle.isStopping()) {
            LOG.warn(
                    "ingest is interrupted: {}; next try in {} ms",
                    cause,
                    cycle.delay().toMillis());
        }
    }

    private void pause() throws InterruptedException {
        stopRequested.await(cycle.delay().toMillis(), TimeUnit.MILLISECONDS);
        cycle.paused();
    }

    private void closeEpoch() {
        IngestEpoch open = epoch;
        if (open != null) {
            open.close();
            epoch = null;
        }
    }

    private void closeProducer() {
        if (producer != null) {
            metrics.closed(producer);
            producer.close();
            producer = null;
        }
    }

    boolean isReady() {
        return ready && !cycle.isStopping();
    }

    /** Ends the intake, so that {@link #run} returns once what has come is stored. */
    void stop() {
        cycle.stop();
        stopRequested.countDown();
        IngestEpoch open = epoch;
        if (open != null) {
            open.wake();
        }
    }
}
