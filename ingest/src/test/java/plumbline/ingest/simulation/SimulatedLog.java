package plumbline.ingest.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeRecord;

/** A producer that stores late, in the order of each partition only, or not at all. Once broken it takes nothing more. */
final class SimulatedLog implements IntakeLog {
    private final SplittableRandom chance;
    private final Set<Long> stored;
    private final List<Append> waiting = new ArrayList<>();
    private boolean broken;

    private record Append(long message, int partition, Outcome outcome) {}

    SimulatedLog(SplittableRandom chance, Set<Long> stored) {
        this.chance = chance;
        this.stored = stored;
    }

    @Override
    public void append(IntakeRecord record, Outcome outcome) {
        long message = Messages.numberOf(record);
        if (broken) {
            outcome.failed("the log is broken");
        } else {
            waiting.add(new Append(message, (int) (message % Messages.DEVICES), outcome));
        }
    }

    /** Stores one of the oldest of each partition. */
    void storeOne() {
        if (waiting.isEmpty()) {
            return;
        }
        Append picked = waiting.get(chance.nextInt(waiting.size()));
        Append oldest = waiting.stream()
                .filter(append -> append.partition() == picked.partition())
                .findFirst()
                .orElse(picked);
        waiting.remove(oldest);
        stored.add(oldest.message());
        oldest.outcome().stored();
    }

    /** It breaks: nothing that waits is confirmed, though Kafka may have some of it all the same. */
    void fail() {
        broken = true;
        for (Append append : dropWaiting()) {
            append.outcome().failed("the log is broken");
        }
    }

    /** Its process is gone, and with it what waits, but for what Kafka has all the same. */
    void vanish() {
        dropWaiting();
    }

    private List<Append> dropWaiting() {
        List<Append> dropped = List.copyOf(waiting);
        waiting.clear();
        dropped.stream().filter(append -> chance.nextInt(3) == 0).forEach(append -> stored.add(append.message()));
        return dropped;
    }

    boolean isBroken() {
        return broken;
    }

    boolean isIdle() {
        return waiting.isEmpty();
    }
}
