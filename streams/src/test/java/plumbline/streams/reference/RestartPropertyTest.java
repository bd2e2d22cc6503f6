package plumbline.streams.reference;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of a device, in its bytes, is all that the topology remembers. */
class RestartPropertyTest {
    private static final int RESTARTS = 25;

    @TempDir
    private Path stateDirectory;

    @Test
    void aRestartAtAnyRecordChangesNothing() {
        Cases.assertAsClean(this, stateDirectory, Delivery::reordered, this::withRestarts);
    }

    private Map<String, Published> withRestarts(List<WearerCase> wearers, List<Delivered> deliveries) {
        Random random = new Random(wearers.get(0).seed());
        Set<Integer> restarts = new HashSet<>();
        for (int i = 0; i < RESTARTS; i++) {
            restarts.add(random.nextInt(deliveries.size()));
        }
        try (Fleet fleet = new Fleet(stateDirectory)) {
            wearers.forEach(fleet::meets);
            for (int i = 0; i < deliveries.size(); i++) {
                if (restarts.contains(i)) {
                    fleet.restarts();
                }
                fleet.takes(deliveries.get(i));
            }
            return fleet.end();
        }
    }
}
