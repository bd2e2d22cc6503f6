package plumbline.ingest.simulation;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import plumbline.ingest.intake.IntakeEpoch;

/**
 * Devices, a broker, an ingester and a log on one thread. The seed decides what happens at each step; what must hold is
 * checked at each, and at the end, when all faults are over, nothing that is owed may be missing.
 */
final class World {
    private static final int STEPS = 300;
    private static final int SETTLE_AT_MOST = 100_000;
    private static final int FLOOD = IntakeEpoch.MAX_UNACKNOWLEDGED + 50;

    private final SplittableRandom chance;
    private final Ingester ingester;
    private final SimulatedBroker broker;
    private final SimulatedLog log;
    private final boolean floods;
    private long sent;
    private int connection;
    private boolean connected;

    World(long seed, Ingester ingester) {
        this.chance = new SplittableRandom(seed);
        this.ingester = ingester;
        this.broker = new SimulatedBroker(chance.split());
        this.log = new SimulatedLog(chance.split());
        this.floods = chance.nextInt(100) == 0;
    }

    void run() {
        connect();
        for (int step = 0; step < STEPS; step++) {
            step();
            check();
        }
        settle();
        Set<Long> missing = new HashSet<>(broker.owed());
        missing.removeAll(log.stored());
        Violation.unless(missing.isEmpty(), "acknowledged by the broker and never stored: %s", missing);
    }

    private void step() {
        switch (chance.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> broker.publish(sent++);
            case 5, 6, 7, 8 -> deliver(broker.flips(50));
            case 9, 10, 11, 12 -> ingester.forward();
            case 13, 14, 15 -> log.storeOne();
            case 16 -> reconnect();
            case 17 -> breakSomething();
            default -> burst();
        }
    }

    private void breakSomething() {
        switch (chance.nextInt(6)) {
            case 0 -> log.fail();
            case 1 -> {
                cut();
                broker.loseSession();
            }
            case 2 -> cut();
            case 3 -> flood();
            default -> reconnect();
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

    private void deliver(boolean beyondMaximum) {
        SimulatedBroker.Delivery delivery = broker.deliver(beyondMaximum);
        if (delivery != null) {
            ingester.receive(Messages.publish(delivery.packetId(), delivery.message()));
        }
    }

    private void cut() {
        if (connected) {
            connected = false;
            broker.disconnect();
            ingester.cut();
        }
    }

    private void connect() {
        int number = ++connection;
        connected = true;
        broker.connect();
        ingester.connected(log, packetId -> confirm(number, packetId));
    }

    private void reconnect() {
        cut();
        connect();
    }

    private void confirm(int number, int packetId) {
        Violation.unless(connected, "packet id %d is confirmed while nothing is connected", packetId);
        Violation.unless(number == connection, "packet id %d is confirmed on another connection", packetId);
        long message = broker.confirmed(packetId);
        Violation.unless(log.stored().contains(message), "message %d is confirmed and not stored", message);
    }

    private void check() {
        int held = ingester.unacknowledged();
        Violation.unless(held <= IntakeEpoch.MAX_UNACKNOWLEDGED, "%d messages are held", held);
        if (connected && ingester.isOver()) {
            cut();
        }
    }

    /** All faults are over: what is owed arrives. */
    private void settle() {
        for (int round = 0; round < SETTLE_AT_MOST; round++) {
            if (!connected || ingester.isOver()) {
                reconnect();
            }
            deliver(false);
            ingester.forward();
            log.storeOne();
            check();
            if (broker.isEmpty() && log.isIdle()) {
                return;
            }
        }
        throw new Violation("the intake stands still");
    }
}
