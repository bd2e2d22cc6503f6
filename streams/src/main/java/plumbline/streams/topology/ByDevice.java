package plumbline.streams.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;
import plumbline.contract.kafka.DevicePartition;

/** Puts a record where its device's records lie; every key is a device or begins with one and a slash. */
final class ByDevice implements StreamPartitioner<String, byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(
            String topic, @Nullable String key, byte @Nullable [] value, int partitions) {
        if (key == null) {
            return Optional.empty();
        }
        int slash = key.indexOf('/');
        return Optional.of(Set.of(DevicePartition.of(slash < 0 ? key : key.substring(0, slash), partitions)));
    }
}
