package plumbline.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import plumbline.contract.device.DeviceId;
import plumbline.contract.recording.Recording;

/** How the uploads of a recording are delivered changes no figure of its score, to the digit. */
class DisorderedDeliveryTest {
    /** Within what is put back in order: 64 uploads of a device, at one a second, or 30 s of arrival time. */
    private static final int LONGEST_DELAY_MILLIS = 28_000;

    private static final int LONGEST_JITTER_MILLIS = 2_000;
    private static final double DELAYED = 0.2;
    private static final double TWICE = 0.05;

    @RepeatedTest(4)
    void theFiguresAreThoseOfTheCleanOrder(RepetitionInfo repetition) throws Exception {
        long seed = repetition.getCurrentRepetition();
        Recording recording = GlassesRecording.read();
        List<Arrival> clean = GlassesRecording.arrivals(recording);
        List<Arrival> disordered = disordered(clean, new Random(seed));
        assertThat(overtaken(disordered)).as("seed %d, uploads overtaken", seed).isGreaterThan(1_000);

        for (Map<String, String> settings : List.of(Map.<String, String>of(), GlassesRecording.SOON)) {
            assertThat(GlassesRecording.score(recording, disordered, settings))
                    .as("seed %d, %s", seed, settings)
                    .isEqualTo(GlassesRecording.score(recording, clean, settings));
        }
    }

    /** A device is met with its first upload: what came before it nobody could wait for. */
    private static List<Arrival> disordered(List<Arrival> clean, Random random) {
        List<Arrival> disordered = new ArrayList<>();
        Set<DeviceId> met = new HashSet<>();
        for (Arrival arrival : clean) {
            boolean isFirst = met.add(arrival.device());
            disordered.add(isFirst ? arrival : later(arrival, random, random.nextDouble() < DELAYED));
            if (random.nextDouble() < TWICE) {
                disordered.add(later(arrival, random, true));
            }
        }
        disordered.sort(Comparator.comparingLong(Arrival::millis));
        return disordered;
    }

    private static Arrival later(Arrival arrival, Random random, boolean isDelayed) {
        int delay = isDelayed ? random.nextInt(LONGEST_DELAY_MILLIS) : 0;
        return new Arrival(
                arrival.device(), arrival.upload(), arrival.millis() + random.nextInt(LONGEST_JITTER_MILLIS) + delay);
    }

    private static long overtaken(List<Arrival> arrivals) {
        Map<DeviceId, Long> newest = new HashMap<>();
        return arrivals.stream()
                .filter(arrival -> arrival.upload().seq()
                        < newest.merge(arrival.device(), arrival.upload().seq(), Math::max))
                .count();
    }
}
