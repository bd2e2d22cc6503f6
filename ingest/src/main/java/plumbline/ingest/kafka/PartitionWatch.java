package plumbline.ingest.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import plumbline.contract.kafka.DevicePartition;

/**
 * Which partitions are away: none of their replicas can lead them, so nothing is stored there. A partition that is away at
 * the first look is so at once, a later one after a while, since leaders change. One thread looks, any may ask.
 */
final class PartitionWatch {
    private final List<String> topics;
    private final Function<String, List<PartitionInfo>> partitions;
    private final long graceNanos;
    private final Map<TopicPartition, Long> leaderlessSince = new HashMap<>();
    private volatile View view = new View(Map.of(), Set.of(), Set.of());
    private boolean hasLooked;

    /**
     * What was seen last.
     *
     * @param counts how many partitions each topic has
     * @param sinceFirst those away that have been there since the first look
     */
    private record View(Map<String, Integer> counts, Set<TopicPartition> away, Set<TopicPartition> sinceFirst) {
        /** The partitions of {@code topic} that are there, in their order. */
        IntStream present(String topic) {
            return IntStream.range(0, counts.getOrDefault(topic, 0))
                    .filter(number -> !away.contains(new TopicPartition(topic, number)));
        }
    }

    /**
     * Sees nothing before its first {@link #look}.
     *
     * @param partitions asks Kafka, or what is remembered of it
     * @param grace how long a partition may be without a leader before it counts as away
     */
    PartitionWatch(List<String> topics, Function<String, List<PartitionInfo>> partitions, Duration grace) {
        this.topics = topics;
        this.partitions = partitions;
        this.graceNanos = grace.toNanos();
    }

    /**
     * Looks again; where Kafka can't be asked, what was seen last stands: it is away as a whole, and waited for.
     *
     * @param nowNanos by a clock that only goes forward
     */
    void look(long nowNanos) {
        try {
            Map<String, Integer> counts = new HashMap<>();
            for (String topic : topics) {
                List<PartitionInfo> known = partitions.apply(topic);
                counts.put(topic, known.size());
                known.forEach(partition -> note(partition, hasLooked ? nowNanos : nowNanos - graceNanos));
            }
            Set<TopicPartition> away = leaderlessFor(nowNanos);
            Set<TopicPartition> sinceFirst = new HashSet<>(hasLooked ? view.sinceFirst() : away);
            sinceFirst.retainAll(away);
            view = new View(counts, away, sinceFirst);
            hasLooked = true;
        } catch (KafkaException e) {
            return;
        }
    }

    private void note(PartitionInfo partition, long since) {
        TopicPartition named = new TopicPartition(partition.topic(), partition.partition());
        if (partition.leader() == null || partition.leader().isEmpty()) {
            leaderlessSince.putIfAbsent(named, since);
        } else {
            leaderlessSince.remove(named);
        }
    }

    private Set<TopicPartition> leaderlessFor(long nowNanos) {
        Set<TopicPartition> found = new HashSet<>();
        leaderlessSince.forEach((partition, since) -> {
            if (nowNanos - since >= graceNanos) {
                found.add(partition);
            }
        });
        return Set.copyOf(found);
    }

    /** Those away as of the last look. */
    Set<TopicPartition> away() {
        return view.away();
    }

    /** Those away that have been there since this watch began. */
    Set<TopicPartition> newlyAway() {
        View seen = view;
        if (seen.away().size() == seen.sinceFirst().size()) {
            return Set.of();
        }
        Set<TopicPartition> newly = new HashSet<>(seen.away());
        newly.removeAll(seen.sinceFirst());
        return newly;
    }

    /** Whether a record of {@code device} can't be stored in {@code topic}. */
    boolean isAway(String topic, String device) {
        View seen = view;
        return !seen.away().isEmpty()
                && seen.away().contains(new TopicPartition(topic, partition(device, seen.counts(), topic)));
    }

    /**
     * A partition of {@code other} that is there; nothing where all are away. Devices of one partition of {@code topic} get
     * the same one, so that they wait together, and hardly with others.
     */
    OptionalInt instead(String topic, String device, String other) {
        View seen = view;
        int[] present = seen.present(other).toArray();
        return present.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(present[partition(device, seen.counts(), topic) % present.length]);
    }

    /** Whether any partition of {@code topic} is there. */
    boolean hasPlace(String topic) {
        return view.present(topic).findAny().isPresent();
    }

    private static int partition(String device, Map<String, Integer> counts, String topic) {
        return DevicePartition.of(device, counts.getOrDefault(topic, 1));
    }
}
