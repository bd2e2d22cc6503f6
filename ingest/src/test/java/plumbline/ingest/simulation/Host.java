package plumbline.ingest.simulation;

import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeCycle;
import plumbline.ingest.intake.ReconnectDelay;

/** The ingester's process: carries out its cycle a step at a time, as its thread does, against the simulated world. */
class Host {
    private final World world;
    private final Ingester ingester;
    private final IntakeCycle cycle;
    private @Nullable SimulatedLog log;
    private boolean subscribedOnce;
    private long pauseEnds = -1;
    private long flushEnds = -1;

    Host(World world, Ingester ingester, SplittableRandom chance) {
        this.world = world;
        this.ingester = ingester;
        this.cycle = new IntakeCycle(chance);
    }

    /** One step; false once there is none left. */
    final boolean act() {
        switch (cycle.next()) {
            case OPEN_LOG -> openLog();
            case CONNECT -> connect();
            case SUBSCRIBE -> subscribe();
            case FORWARD -> forward();
            case FLUSH -> flush();
            case PAUSE -> pause();
            case END -> {
                world.disconnect();
                return false;
            }
        }
        return true;
    }

    private void openLog() {
        Optional<SimulatedLog> opened = world.openLog();
        log = opened.orElse(null);
        if (opened.isPresent()) {
            cycle.logOpened();
        } else {
            cycle.logUnavailable();
        }
    }

    private void connect() {
        Optional<Boolean> kept = world.connect(ingester, Objects.requireNonNull(log));
        if (kept.isEmpty()) {
            disconnected();
            return;
        }
        boolean alarmed = cycle.connected(kept.get());
        boolean lost = subscribedOnce && !kept.get();
        Violation.unless(alarmed == lost, "the session was %s and the alarm %s", lost ? "lost" : "kept", alarmed);
    }

    private void subscribe() {
        if (ingester.isOver() || !subscribeAt(world)) {
            disconnected();
        } else {
            subscribedOnce = true;
            cycle.subscribed();
        }
    }

    /** Whether the broker has granted it. */
    boolean subscribeAt(World broker) {
        return broker.subscribe();
    }

    private void forward() {
        if (ingester.isOver()) {
            disconnected();
            return;
        }
        Violation.unless(world.isSubscribed(), "it forwards, and is not subscribed");
        ingester.forward();
    }

    private void flush() {
        if (flushEnds < 0) {
            flushEnds = world.now() + World.FLUSH_MILLIS;
        }
        if (ingester.isOver() || ingester.unacknowledged() == 0 || world.now() >= flushEnds) {
            cycle.flushed();
        } else {
            ingester.forward();
        }
    }

    private void disconnected() {
        world.disconnect();
        cycle.disconnected(isBroken(Objects.requireNonNull(log)));
    }

    boolean isBroken(SimulatedLog producer) {
        return producer.isBroken();
    }

    private void pause() {
        if (pauseEnds < 0) {
            long millis = cycle.delay().toMillis();
            Violation.unless(
                    millis >= ReconnectDelay.FIRST.toMillis() / 2 && millis <= ReconnectDelay.LONGEST.toMillis(),
                    "it pauses for %d ms",
                    millis);
            pauseEnds = world.now() + millis;
        }
        if (world.now() >= pauseEnds) {
            pauseEnds = -1;
            cycle.paused();
        }
    }

    /** Takes nothing more in once it is stopping. */
    final void receive(InboundPublish publish) {
        if (!cycle.isStopping()) {
            ingester.receive(publish);
        }
    }

    final void cut() {
        ingester.cut();
    }

    final void stop() {
        cycle.stop();
    }

    final int unacknowledged() {
        return ingester.unacknowledged();
    }

    final Optional<SimulatedLog> log() {
        return Optional.ofNullable(log);
    }
}
