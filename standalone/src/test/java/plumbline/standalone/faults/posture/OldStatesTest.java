package plumbline.standalone.faults.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OldStatesTest {
    @Test
    void everyDeviceHasOne() {
        assertThat(OldStates.bytes()).hasSize(OldStates.DEVICES);
    }

    @Test
    void theyAreOfVersionTwo() {
        // The version leads, and 2 is written as 4.
        assertThat(OldStates.bytes().values())
                .allSatisfy(bytes -> assertThat(bytes[0]).isEqualTo((byte) 4));
    }

    @Test
    void aPipelineThatLostThemIsFoundOut() {
        Wearers wearers = OldStates.wearers(1);
        Told told = goOn(wearers);

        Comparison comparison = wearers.compare(told);

        assertThat(comparison.strangeEpisodes()).isNotEmpty();
        assertThat(comparison.missing()).isNotEmpty();
        assertThat(OldStates.wearers(1).begin()).isAfterOrEqualTo(Instant.parse("2026-03-04T10:01:00Z"));
    }

    /** What would be told by a pipeline that had lost those states. */
    private static Told goOn(Wearers wearers) {
        List<Delivery> arrived = new ArrayList<>();
        long begin = wearers.begin().toEpochMilli();
        for (long now = begin; now < begin + 60_000; now += 100) {
            wearers.advance(now, arrived::add);
        }
        wearers.end();
        for (long now = begin + 60_000; !wearers.areDone(); now += 100) {
            wearers.advance(now, arrived::add);
        }
        Told told = new Told();
        Expectation forgetful = new Expectation(Map.of(), told);
        arrived.forEach(forgetful::take);
        return told;
    }
}
