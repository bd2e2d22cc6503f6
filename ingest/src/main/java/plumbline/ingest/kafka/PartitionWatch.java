package plumbline.ingest.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import plumbline.contract.kafka.DevicePartition;

/**
 * Which partitions are away: none of their replicas can lead them, so nothing is stored there. It looks once a second at
 * most, at what the producer knows anyway. A partition that is away at the first look is so at once, a later one after a
 * while, since leaders change. For use by one thread, but for {@link #away}.
 */
final class PartitionWatch {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final List<String> topics;
    private final Function<String, List<PartitionInfo>> partitions;
    private final long graceNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<TopicPartition, Long> leaderlessSince = new HashMap<>();
    private final Set<TopicPartition> sinceFirst;
    private volatile Set<TopicPartition> away;
    private long lookedAt;

    /**
     * Looks for the first time.
     *
     * @param partitions what the producer knows of a topic
     * @param grace how long a partition may be without a leader before it counts as away
     */
    PartitionWatch(
            List<String> topics,
            Function<String, List<PartitionInfo>> partitions,
            Duration grace,
            LongSupplier nanoTime) {
        this.topics = topics;
        this.partitions = partitions;
        this.graceNanos = grace.toNanos();
        this.nanoTime = nanoTime;
        lookedAt = nanoTime.getAsLong();
        look(lookedAt - graceNanos);
        away = leaderlessFor(lookedAt);
        sinceFirst = new HashSet<>(away);
    }

    /** From any thread: those away as of the last look. */
    Set<TopicPartition> away() {
        return away;
    }

    /** Those away that have been there since this watch began. */
    Set<TopicPartition> newlyAway() {
        lookIfDue();
        if (away.size() == sinceFirst.size()) {
            return Set.of();
        }
        Set<TopicPartition> newly = new HashSet<>(away);
        newly.removeAll(sinceFirst);
        return newly;
    }

    /** Whether a record of {@code device} can't be stored in {@code topic}. */
    boolean isAway(String topic, String device) {
        lookIfDue();
        return !away.isEmpty()
                && away.contains(new TopicPartition(topic, DevicePartition.of(device, counts.getOrDefault(topic, 1))));
    }

    /** A partition of {@code topic} that is there, for {@code device} always the same; nothing where all are away. */
    OptionalInt present(String topic, String device) {
        int[] present = IntStream.range(0, counts.getOrDefault(topic, 0))
                .filter(number -> !away.contains(new TopicPartition(topic, number)))
                .toArray();
        return present.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(present[DevicePartition.of(device, present.length)]);
    }

    private void lookIfDue() {
        long now = nanoTime.getAsLong();
        if (now - lookedAt >= LOOK_EVERY.toNanos()) {
            lookedAt = now;
            look(now);
            away = leaderlessFor(now);
            sinceFirst.retainAll(away);
        }
    }

    private void look(long since) {
        try {
            for (String topic : topics) {
                List<PartitionInfo> known = partitions.apply(topic);
                counts.put(topic, known.size());
                known.forEach(partition -> note(partition, since));
            }
        } catch (KafkaException e) {
            // What was seen last stands: a cluster that can't be asked is away as a whole, and waited for.
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

    private Set<TopicPartition> leaderlessFor(long now) {
        Set<TopicPartition> found = new HashSet<>();
        leaderlessSince.forEach((partition, since) -> {
            if (now - since >= graceNanos) {
                found.add(partition);
            }
        });
        return Set.copyOf(found);
    }
}
