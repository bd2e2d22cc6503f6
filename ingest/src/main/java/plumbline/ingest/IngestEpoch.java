package plumbline.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import plumbline.contract.mqtt.MqttArrival;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.contract.mqtt.MqttConnection;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.mqtt.MqttListener;
import plumbline.contract.mqtt.MqttUnavailableException;
import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeEpoch;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeTopics;
import plumbline.ingest.intake.UploadIntake;

/** One connection at work: the client's threads bring messages in, one thread of ours forwards them. */
final class IngestEpoch implements MqttListener, AutoCloseable {
    static final Duration FLUSH_WITHIN = Duration.ofSeconds(10);

    private final Clock clock;
    private final IngestMetrics metrics;
    private final IntakeEpoch intake;
    private final BooleanSupplier stopping;
    private final Semaphore changes = new Semaphore(0);
    private volatile @Nullable MqttConnection connection;

    /** Begins an epoch; once {@code stopping} holds it takes nothing in. */
    IngestEpoch(IntakeLog log, Clock clock, IngestMetrics metrics, BooleanSupplier stopping, long maxWaitingBytes) {
        this.stopping = stopping;
        this.clock = clock;
        this.metrics = metrics;
        this.intake = new IntakeEpoch(
                new UploadIntake(), new MeteredLog(log, metrics), this::acknowledge, changes::release, maxWaitingBytes);
    }

    /** Connects; true where the broker has kept the session. */
    boolean connect(MqttEndpoint endpoint, MqttClientSettings settings) throws MqttUnavailableException {
        MqttConnection opened = MqttConnection.open(endpoint, settings, this);
        connection = opened;
        metrics.begun(intake);
        return opened.sessionPresent();
    }

    void subscribe(IntakeTopics topics) throws MqttUnavailableException {
        MqttConnection opened = Objects.requireNonNull(connection);
        opened.unsubscribe(topics.otherFilters());
        opened.subscribe(topics.filters());
    }

    @Override
    public void arrived(MqttArrival arrival) {
        if (!stopping.getAsBoolean()) {
            metrics.received.increment();
            intake.receive(InboundPublish.of(
                    arrival.packetId(), arrival.topic(), arrival.payload(), arrival.contentType(), clock.instant()));
        }
    }

    @Override
    public void lost(String cause) {
        intake.end(cause);
    }

    private void acknowledge(int packetId) {
        MqttConnection opened = connection;
        if (opened != null) {
            opened.acknowledge(packetId);
        }
    }

    /** Forwards until the epoch ends or is stopped; returns why it ended, or nothing where it has not. */
    Optional<String> forward() throws InterruptedException {
        while (!stopping.getAsBoolean() && intake.endCause().isEmpty()) {
            changes.acquire();
            intake.forward();
        }
        return intake.endCause();
    }

    /** Forwards what has come, until it is confirmed or the time for it is over. */
    void flush() throws InterruptedException {
        long end = System.nanoTime() + FLUSH_WITHIN.toNanos();
        while (intake.endCause().isEmpty() && intake.unacknowledged() > 0 && System.nanoTime() < end) {
            if (!intake.forward()) {
                changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Lets {@link #forward} see that the service is stopping. */
    void wake() {
        changes.release();
    }

    @Override
    public void close() {
        intake.end("closed");
        metrics.ended(intake);
        MqttConnection opened = connection;
        if (opened != null) {
            opened.close();
        }
    }
}
