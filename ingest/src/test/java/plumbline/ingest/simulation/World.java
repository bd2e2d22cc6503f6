package plumbline.ingest.simulation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import plumbline.ingest.intake.IntakeEpoch;
import plumbline.ingest.intake.IntakeSource;

/**
 * Devices, a broker, an ingester's process and a log on one thread, with a clock of their own. The seed decides what
 * happens at each step; what must hold is checked at each, and at the end, when all faults are over, nothing that is owed
 * may be missing.
 */
final class World {
    static final long FLUSH_MILLIS = 10_000;

    private static final int STEPS = 400;
    private static final int SETTLE_AT_MOST = 100_000;
    private static final int FLOOD = IntakeEpoch.MAX_UNACKNOWLEDGED + 50;
    private static final int MOST_MILLIS = 100;

    private final SplittableRandom chance;
    private final Build build;
    private final SimulatedBroker broker;
    private final SimulatedKafka kafka;
    private final boolean floods;

    /** One cut besides those by chance, so that over all seeds there is one after each step. */
    private final long cutAt;

    private Host host;
    private long now;
    private long sent;
    private int connection;
    private boolean connected;
    private boolean refuses;
    private boolean held;

    /** Starts a process of the ingester. */
    interface Build {
        Host start(World world, SplittableRandom chance);
    }

    World(long seed, Build build) {
        this.chance = new SplittableRandom(seed);
        this.build = build;
        this.broker = new SimulatedBroker(chance.split());
        this.kafka = new SimulatedKafka(chance.split());
        this.cutAt = seed % STEPS;
        this.floods = chance.nextInt(100) == 0;
        this.host = build.start(this, chance.split());
    }

    void run() {
        for (int step = 0; step < STEPS; step++) {
            step();
            if (step == cutAt) {
                cut();
            }
            check();
        }
        settle();
        Set<Long> missing = new HashSet<>(broker.owed());
        missing.removeAll(kafka.stored());
        Violation.unless(missing.isEmpty(), "acknowledged by the broker and never stored: %s", missing);
    }

    private void step() {
        now += chance.nextInt(MOST_MILLIS);
        switch (chance.nextInt(20)) {
            case 0, 1, 2 -> broker.publish(sent++);
            case 3, 4, 5 -> deliver(chance.nextInt(50) == 0);
            case 6, 7, 8, 9, 10, 11 -> act();
            case 12, 13, 14, 15 -> store();
            case 16 -> breakSomething();
            case 17 -> mendSomething();
            default -> burst();
        }
    }

    private void breakSomething() {
        switch (chance.nextInt(11)) {
            case 10 -> kafka.partitionAway();
            case 0 -> host.log().ifPresent(SimulatedLog::fail);
            case 1 -> loseSession();
            case 2 -> flood();
            case 3 -> kafka.away(true);
            case 4 -> refuses = true;
            case 5 -> host.stop();
            case 6 -> kill();
            default -> cut();
        }
    }

    private void mendSomething() {
        switch (chance.nextInt(3)) {
            case 0 -> kafka.away(false);
            case 1 -> kafka.partitionsBack();
            default -> refuses = false;
        }
    }

    /** The process does its next step; where it has ended another is started. */
    private void act() {
        boolean before = connected;
        if (!host.act()) {
            start();
        }
        if (floods && connected && !before) {
            deliverBacklog();
        }
    }

    /** Some brokers send all that waits as soon as there is a connection. */
    private void deliverBacklog() {
        SimulatedBroker.Delivery delivery = broker.deliver(true);
        while (delivery != null) {
            host.receive(Messages.publish(delivery.packetId(), delivery.message()));
            delivery = broker.deliver(true);
        }
    }

    private void start() {
        host.log().ifPresent(SimulatedLog::vanish);
        host = build.start(this, chance.split());
    }

    private void kill() {
        disconnect();
        start();
    }

    private void store() {
        if (!kafka.isAway()) {
            host.log().ifPresent(SimulatedLog::storeOne);
        }
    }

    /** Much at once, as after an outage. */
    private void burst() {
        int count = chance.nextInt(10);
        for (int i = 0; i < count; i++) {
            broker.publish(sent++);
            deliver(false);
        }
    }

    /** The broker ignores Receive Maximum altogether. */
    private void flood() {
        if (floods) {
            for (int i = 0; i < FLOOD; i++) {
                broker.publish(sent++);
                deliver(true);
            }
        }
    }

    /** A broker that goes beyond the maximum may have sent before it is held back. */
    private void deliver(boolean beyondMaximum) {
        if (held && !beyondMaximum) {
            return;
        }
        SimulatedBroker.Delivery delivery = broker.deliver(beyondMaximum);
        if (delivery != null) {
            host.receive(Messages.publish(delivery.packetId(), delivery.message()));
        }
    }

    private void loseSession() {
        cut();
        broker.loseSession();
    }

    /** The connection breaks, and the ingester hears of it. */
    private void cut() {
        if (connected) {
            disconnect();
            host.cut();
        }
    }

    long now() {
        return now;
    }

    Optional<SimulatedLog> openLog() {
        return kafka.open();
    }

    /** Whether the session was kept; nothing where there is no connection to have. */
    Optional<Boolean> connect(Ingester ingester, SimulatedLog log) {
        if (refuses) {
            return Optional.empty();
        }
        int number = ++connection;
        connected = true;
        held = false;
        ingester.connected(log, source(number));
        return Optional.of(broker.connect());
    }

    private IntakeSource source(int number) {
        return new IntakeSource() {
            @Override
            public void acknowledge(int packetId) {
                confirm(number, packetId);
            }

            @Override
            public void pause(boolean now) {
                held = number == connection && now;
            }
        };
    }

    /** Whether the broker grants it. */
    boolean subscribe() {
        if (connected && !refuses) {
            broker.subscribe();
            return true;
        }
        return false;
    }

    boolean isSubscribed() {
        return broker.isSubscribed();
    }

    void disconnect() {
        connected = false;
        broker.disconnect();
    }

    private void confirm(int number, int packetId) {
        Violation.unless(connected, "packet id %d is confirmed while nothing is connected", packetId);
        Violation.unless(number == connection, "packet id %d is confirmed on another connection", packetId);
        long message = broker.confirmed(packetId);
        Violation.unless(kafka.stored().contains(message), "message %d is confirmed and not stored", message);
    }

    private void check() {
        long most = kafka.stored().stream().mapToLong(stored -> stored).max().orElse(-1);
        Violation.unless(most < sent, "message %d is stored and was not sent", most);
        int held = host.unacknowledged();
        Violation.unless(held <= IntakeEpoch.MAX_UNACKNOWLEDGED, "%d messages are held", held);
    }

    /** All faults are over, but that some brokers send all they have at once and a partition may stay away: what is owed arrives. */
    private void settle() {
        kafka.away(false);
        refuses = false;
        flood();
        for (int round = 0; round < SETTLE_AT_MOST; round++) {
            now += MOST_MILLIS;
            deliver(false);
            act();
            store();
            check();
            if (connected && broker.isSubscribed() && broker.isEmpty() && isIdle()) {
                return;
            }
        }
        throw new Violation("the intake stands still");
    }

    private boolean isIdle() {
        return host.log().map(SimulatedLog::isIdle).orElse(false);
    }
}
