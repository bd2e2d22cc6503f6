package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.kafka.DevicePartition;

/** Every record lies where its device's records lie. */
class ByDeviceTest {
    private final ByDevice byDevice = new ByDevice();

    @ParameterizedTest
    @ValueSource(strings = {"pl-1", "pl-1/forward_neck/1772618400000", "pl-1/pain/5"})
    void anEpisodeLiesWithItsDevice(String key) {
        for (int partitions : new int[] {1, 6, 12, 100}) {
            assertThat(byDevice.partitions("any", key, new byte[0], partitions))
                    .contains(Set.of(DevicePartition.of("pl-1", partitions)));
        }
    }

    @Test
    void withoutAKeyAnyPartitionWillDo() {
        assertThat(byDevice.partitions("any", null, new byte[0], 6)).isEmpty();
    }
}
