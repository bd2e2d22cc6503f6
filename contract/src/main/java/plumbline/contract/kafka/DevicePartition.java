package plumbline.contract.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** The partition of a device: the same number in every topic, that of Kafka's own partitioner for a device key. */
public final class DevicePartition {
    private DevicePartition() {}

    public static int of(String device, int partitions) {
        return Utils.toPositive(Utils.murmur2(device.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
