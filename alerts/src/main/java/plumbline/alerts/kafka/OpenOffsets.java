package plumbline.alerts.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import plumbline.alerts.dispatch.SettledOffsets;

/** Which records of the partitions that are ours now are settled. Settling may come from any thread. */
final class OpenOffsets {
    /** Settled records behind one that is not; as many as a ledger knows again when they are read twice. */
    static final int MAX_OPEN = 100_000;

    private final Map<TopicPartition, SettledOffsets> partitions = new HashMap<>();

    /** Opens a record; the answer is to be run when it is settled. */
    synchronized Runnable open(ConsumerRecord<?, ?> read) {
        TopicPartition partition = new TopicPartition(read.topic(), read.partition());
        partitions.computeIfAbsent(partition, any -> new SettledOffsets()).open(read.offset());
        long offset = read.offset();
        return () -> settle(partition, offset);
    }

    private synchronized void settle(TopicPartition partition, long offset) {
        SettledOffsets offsets = partitions.get(partition);
        if (offsets != null) {
            offsets.settle(offset);
        }
    }

    synchronized Map<TopicPartition, OffsetAndMetadata> committable() {
        Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>();
        partitions.forEach((partition, offsets) ->
                offsets.committable().ifPresent(next -> committable.put(partition, new OffsetAndMetadata(next))));
        return committable;
    }

    synchronized boolean isFull() {
        return partitions.values().stream().mapToInt(SettledOffsets::waiting).sum() >= MAX_OPEN;
    }

    synchronized void drop(Collection<TopicPartition> gone) {
        partitions.keySet().removeAll(gone);
    }
}
