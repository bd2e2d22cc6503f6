package plumbline.simulator.play;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.operator.ScaledClock;
import plumbline.contract.operator.ServiceException;
import plumbline.simulator.mqtt.FleetPublisher;
import plumbline.simulator.mqtt.Flush;
import plumbline.simulator.roster.PlayPlan;
import plumbline.simulator.roster.Roster;

/** Simulated wearers with their devices, living by a clock and connected to a broker. Used once. */
public final class Fleet implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

    private static final Duration MOVE_EVERY = Duration.ofMillis(50);
    private static final Duration RETRY_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);
    private static final Duration REST_WITHIN = Duration.ofMillis(200);
    private static final Duration FLUSH_WITHIN = Duration.ofMillis(500);

    private final Clock clock;
    private final FleetPublisher publisher;
    private final List<FleetMember> members;
    private final ScheduledExecutorService mover = Executors.newSingleThreadScheduledExecutor(Fleet::thread);
    private volatile @Nullable RuntimeException fault;
    private boolean closed;

    /** The devices of {@code plan}; they connect now, by {@code clock}, so start the fleet at once. */
    public Fleet(MqttEndpoint broker, PlayPlan plan, Clock clock, FleetListener listener) {
        this.clock = clock;
        this.publisher = new FleetPublisher(broker);
        this.members = Roster.of(plan, clock.instant(), patience(clock)).stream()
                .map(enrolled -> new FleetMember(enrolled, publisher::link, listener))
                .toList();
    }

    /** A watermark comes every half minute of the services' time, and takes a moment of real time on its way. */
    private static Duration patience(Clock clock) {
        return PATIENCE.plus(clock instanceof ScaledClock scaled ? scaled.simulated(ON_ITS_WAY) : ON_ITS_WAY);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "simulated-wearers");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Connects all devices and lets them live.
     *
     * @throws ServiceException where they can't connect
     */
    public void start() {
        publisher.awaitConnected(members.stream().map(FleetMember::connect).toList());
        every(MOVE_EVERY, member -> member.advance(clock.millis()));
        every(RETRY_EVERY, FleetMember::retry);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // failures are caught within
    private void every(Duration interval, Consumer<FleetMember> step) {
        mover.scheduleWithFixedDelay(() -> all(step), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void all(Consumer<FleetMember> step) {
        try {
            members.forEach(step);
        } catch (RuntimeException e) {
            LOG.error("the simulation stops", e);
            fault = e;
            mover.shutdown();
        }
    }

    /** Why the simulation has stopped for good, or nothing while it goes on. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault).map(Throwable::toString);
    }

    public FleetTotals totals() {
        return members.stream().map(FleetMember::totals).reduce(FleetTotals.NONE, FleetTotals::plus);
    }

    /** Sends what is left, waits shortly for its acknowledgement and disconnects; takes two seconds at most. */
    @Override
    public void close() {
        close(REST_WITHIN, FLUSH_WITHIN, FleetPublisher.DISCONNECT_WITHIN);
    }

    /** The same, where each of these may take {@code bound}. */
    public void close(Duration bound) {
        close(bound, bound, bound);
    }

    private void close(Duration restWithin, Duration flushWithin, Duration disconnectWithin) {
        if (closed) {
            return;
        }
        closed = true;
        if (rest(restWithin)) {
            members.forEach(FleetMember::finish);
            Flush.await(members.stream().map(FleetMember::outbox).toList(), flushWithin);
        }
        publisher.close(disconnectWithin);
    }

    /** Whether nobody moves any more. */
    private boolean rest(Duration within) {
        mover.shutdown();
        try {
            return mover.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
