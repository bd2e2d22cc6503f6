package plumbline.streams.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.device.DeviceId;

/** One device's wrong clock is no other device's concern. */
class BadClockPropertyTest {
    private static final int ONE_IN = 5;
    private static final long OTHER_SEEDS = 1_000_000;

    @TempDir
    private Path stateDirectory;

    @Test
    void aWrongClockChangesNothingForOthers() {
        Cases.assertAsClean(this, stateDirectory, WearerCase::arrivals, this::amongBadClocks);
    }

    private Map<String, Published> amongBadClocks(List<WearerCase> wearers, List<Delivered> deliveries) {
        List<WearerCase> others = new ArrayList<>();
        for (int i = 0; i < wearers.size(); i += ONE_IN) {
            WearerCase other = RandomWearer.of(OTHER_SEEDS + wearers.get(i).seed(), RandomProfile::any);
            others.add(new WearerCase(
                    other.seed(), new DeviceId("bad-clock-" + other.seed()), other.profile(), other.arrivals()));
        }
        List<Delivered> all = new ArrayList<>(deliveries);
        all.addAll(Cases.delivered(others, Delivery::badClock));
        all.sort(Comparator.comparingLong(Delivered::sinceBeginMillis));
        return Fleet.run(stateDirectory, wearers, all);
    }
}
