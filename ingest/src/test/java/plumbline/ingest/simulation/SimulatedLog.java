package plumbline.ingest.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeRecord;

/** A log that stores late, in the order of each partition only, or not at all. */
final class SimulatedLog implements IntakeLog {
    private final SplittableRandom chance;
    private final Set<Long> stored = new HashSet<>();
    private final List<Append> waiting = new ArrayList<>();

    private record Append(long message, int partition, Outcome outcome) {}

    SimulatedLog(SplittableRandom chance) {
        this.chance = chance;
    }

    @Override
    public void append(IntakeRecord record, Outcome outcome) {
        long message = Messages.numberOf(record);
        waiting.add(new Append(message, (int) (message % Messages.DEVICES), outcome));
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

    /** The producer breaks: nothing that waits is stored, though the log may have some of it all the same. */
    void fail() {
        List<Append> failing = List.copyOf(waiting);
        waiting.clear();
        for (Append append : failing) {
            if (chance.nextInt(3) == 0) {
                stored.add(append.message());
            }
            append.outcome().failed("the log is broken");
        }
    }

    boolean isIdle() {
        return waiting.isEmpty();
    }

    Set<Long> stored() {
        return stored;
    }
}
