package plumbline.ingest.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeRecord;

/**
 * A producer that stores late, in the order of each partition only, or not at all. Once broken it takes nothing more. What
 * belongs to a partition that was away when the producer began is parked, and that is as good as stored; what waits for one
 * that went away later holds it up.
 */
final class SimulatedLog implements IntakeLog {
    private final SplittableRandom chance;
    private final Set<Long> stored;
    private final Set<Integer> away;
    private final Set<Integer> parkedFor;
    private final List<Append> waiting = new ArrayList<>();
    private boolean broken;

    private record Append(long message, int partition, Outcome outcome) {}

    /** @param away partitions that can store nothing, as it stands now */
    SimulatedLog(SplittableRandom chance, Set<Long> stored, Set<Integer> away) {
        this.chance = chance;
        this.stored = stored;
        this.away = away;
        this.parkedFor = new HashSet<>(away);
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

    @Override
    public Optional<String> heldUp() {
        parkedFor.retainAll(away);
        if (parkedFor.containsAll(away)) {
            return Optional.empty();
        }
        broken = true;
        return Optional.of("a partition is away");
    }

    /** Stores one of the oldest of each partition. */
    void storeOne() {
        if (waiting.isEmpty()) {
            return;
        }
        Append picked = waiting.get(chance.nextInt(waiting.size()));
        if (away.contains(picked.partition()) && !parkedFor.contains(picked.partition())) {
            return;
        }
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
        dropped.stream()
                .filter(append -> !away.contains(append.partition()) && chance.nextInt(3) == 0)
                .forEach(append -> stored.add(append.message()));
        return dropped;
    }

    boolean isBroken() {
        return broken;
    }

    boolean isIdle() {
        return waiting.isEmpty();
    }
}
