package plumbline.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
import plumbline.ingest.intake.HeldBacklog;
import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeEpoch;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeSource;
import plumbline.ingest.intake.IntakeTopics;
import plumbline.ingest.intake.UploadIntake;

/** One connection at work: the client's threads bring messages in, one thread of ours forwards them. */
final class IngestEpoch implements MqttListener, AutoCloseable {
    static final Duration FLUSH_WITHIN = Duration.ofSeconds(10);

    /** Counted while nothing is unconfirmed: before that, the broker may not have come to the answer. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Clock clock;
    private final IngestMetrics metrics;
    private final IntakeEpoch intake;
    private final BooleanSupplier stopping;
    private final Semaphore changes = new Semaphore(0);
    private volatile @Nullable MqttConnection connection;
    private volatile boolean flushing;

    /** Begins an epoch; once {@code stopping} holds it takes nothing in. */
    IngestEpoch(IntakeLog log, Clock clock, IngestMetrics metrics, BooleanSupplier stopping, long maxWaitingBytes) {
        this.stopping = stopping;
        this.clock = clock;
        this.metrics = metrics;
        this.intake = new IntakeEpoch(
                new UploadIntake(), new MeteredLog(log, metrics), new Source(), changes::release, maxWaitingBytes);
    }

    /** Connects; true where the broker has kept the session. */
    boolean connect(MqttEndpoint endpoint, MqttClientSettings settings) throws MqttUnavailableException {
        MqttConnection opened = MqttConnection.open(endpoint, settings, this);
        connection = opened;
        metrics.begun(intake);
        return opened.sessionPresent();
    }

    /**
     * Subscribes, and forwards until there is an answer: some brokers send all that the session holds before they give it.
     */
    void subscribe(IntakeTopics topics) throws MqttUnavailableException, InterruptedException {
        CompletableFuture<Void> answer = Objects.requireNonNull(connection)
                .subscribing(topics.filters())
                .whenComplete((done, failure) -> changes.release());
        long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
        while (!answer.isDone() && !isOver()) {
            forwardOne();
            if (intake.unacknowledged() > 0) {
                deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new MqttUnavailableException(
                        "no answer to the subscription in " + ANSWER_WITHIN.toSeconds() + " s");
            }
        }
        if (!answer.isDone()) {
            throw new MqttUnavailableException(intake.endCause().orElse("stopped"));
        }
        requireGranted(answer);
    }

    private static void requireGranted(CompletableFuture<Void> answer) throws MqttUnavailableException {
        try {
            answer.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new MqttUnavailableException("can't subscribe: " + cause.getMessage(), e);
        }
    }

    private boolean isOver() {
        return stopping.getAsBoolean() || intake.endCause().isPresent();
    }

    @Override
    public void arrived(MqttArrival arrival) {
        if (!stopping.getAsBoolean() && !flushing) {
            metrics.received.increment();
            intake.receive(InboundPublish.of(
                    arrival.packetId(), arrival.topic(), arrival.payload(), arrival.contentType(), clock.instant()));
        }
    }

    @Override
    public void lost(String cause) {
        intake.end(cause);
    }

    /** Until {@link #connect} has returned, nothing is stored that could be confirmed. */
    private final class Source implements IntakeSource {
        private boolean paused;

        @Override
        public void acknowledge(int packetId) {
            MqttConnection opened = connection;
            if (opened != null) {
                opened.acknowledge(packetId);
            }
        }

        @Override
        public void pause(boolean now) {
            MqttConnection opened = connection;
            if (opened != null) {
                if (now && !paused) {
                    metrics.pauses.increment();
                }
                paused = now;
                opened.pauseReading(now);
            }
        }
    }

    /** Forwards until the epoch ends or is stopped; returns why it ended, or nothing where it has not. */
    Optional<String> forward() throws InterruptedException {
        while (!isOver()) {
            forwardOne();
        }
        return intake.endCause();
    }

    /** The same, but no longer than until what the session holds has come. */
    Optional<String> forwardHeld() throws InterruptedException {
        HeldBacklog held = new HeldBacklog(System.nanoTime());
        while (!isOver() && !held.isDelivered(System.nanoTime(), intake.unacknowledged())) {
            if (forwardOne()) {
                held.arrived();
            }
        }
        return intake.endCause();
    }

    private boolean forwardOne() throws InterruptedException {
        // A log that is held up is noticed even where nothing happens.
        changes.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return intake.forward();
    }

    /**
     * Takes nothing in any more, and forwards what has come; tells whether all of it was confirmed before the connection or the
     * time for it was over.
     */
    boolean flush() throws InterruptedException {
        flushing = true;
        long end = System.nanoTime() + FLUSH_WITHIN.toNanos();
        while (intake.endCause().isEmpty() && intake.unacknowledged() > 0 && System.nanoTime() < end) {
            if (!intake.forward()) {
                changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        }
        return intake.endCause().isEmpty() && intake.unacknowledged() == 0;
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
