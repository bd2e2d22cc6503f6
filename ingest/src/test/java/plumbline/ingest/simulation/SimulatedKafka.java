package plumbline.ingest.simulation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** A log that is there or away, and keeps what it has stored. Each producer on it has what waits of its own. */
final class SimulatedKafka {
    private final SplittableRandom chance;
    private final Set<Long> stored = new HashSet<>();
    private final Set<Integer> partitionsAway = new HashSet<>();
    private boolean away;

    SimulatedKafka(SplittableRandom chance) {
        this.chance = chance;
    }

    /** A producer, or nothing where it can't be reached. */
    Optional<SimulatedLog> open() {
        return away ? Optional.empty() : Optional.of(new SimulatedLog(chance.split(), stored, partitionsAway));
    }

    void away(boolean now) {
        away = now;
    }

    /** One partition of the devices' can store nothing, while all others can. */
    void partitionAway() {
        partitionsAway.add(chance.nextInt(Messages.DEVICES));
    }

    void partitionsBack() {
        partitionsAway.clear();
    }

    boolean isAway() {
        return away;
    }

    Set<Long> stored() {
        return stored;
    }
}
