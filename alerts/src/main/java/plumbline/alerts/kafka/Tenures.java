package plumbline.alerts.kafka;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import plumbline.alerts.dispatch.DeliveryLedger;
import plumbline.alerts.lane.Tenure;

/** The partitions that are ours now. Each begins with what was delivered before. */
final class Tenures implements ConsumerRebalanceListener {
    private final KafkaConsumer<String, byte[]> consumer;
    private final LedgerRestore restore;
    private final OpenOffsets offsets;
    private final InstantSource clock;
    private final Runnable commit;
    private final Map<Integer, Tenure> tenures = new HashMap<>();
    private volatile boolean assigned;

    /** {@code commit} commits what is settled, before partitions go. */
    Tenures(
            KafkaConsumer<String, byte[]> consumer,
            LedgerRestore restore,
            OpenOffsets offsets,
            InstantSource clock,
            Runnable commit) {
        this.consumer = consumer;
        this.restore = restore;
        this.offsets = offsets;
        this.clock = clock;
        this.commit = commit;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        beginWhereNothingIsCommitted(partitions);
        Set<Integer> fresh = partitions.stream()
                .map(TopicPartition::partition)
                .filter(partition -> !tenures.containsKey(partition))
                .collect(Collectors.toSet());
        Map<Integer, DeliveryLedger> ledgers = fresh.isEmpty() ? Map.of() : restore.restore(fresh);
        ledgers.forEach((partition, ledger) -> tenures.put(partition, new Tenure(ledger)));
        assigned = true;
    }

    /** As far back as a reminder may live; Kafka's own reset would go by its time, not by ours. */
    private void beginWhereNothingIsCommitted(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        List<TopicPartition> without = partitions.stream()
                .filter(partition -> committed.get(partition) == null)
                .toList();
        Rewind.to(clock.instant().minus(DeliveryLedger.KEPT), consumer, without);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit.run();
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        assigned = false;
        for (TopicPartition partition : partitions) {
            Tenure tenure = tenures.remove(partition.partition());
            if (tenure != null) {
                tenure.end();
            }
        }
        offsets.drop(partitions);
    }

    /** Of a partition that is ours. */
    Tenure of(int partition) {
        Tenure tenure = tenures.get(partition);
        if (tenure == null) {
            throw new IllegalStateException("read from partition " + partition + ", which is not ours");
        }
        return tenure;
    }

    /** Whether the group has given us our share, even an empty one. */
    boolean areAssigned() {
        return assigned;
    }

    void forget(Instant now) {
        tenures.values().forEach(tenure -> tenure.forget(now));
    }

    void end() {
        tenures.values().forEach(Tenure::end);
    }
}
