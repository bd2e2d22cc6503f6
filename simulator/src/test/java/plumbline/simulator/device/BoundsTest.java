package plumbline.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Posture;

class BoundsTest {
    private static final int DRAWS = 100_000;

    @Test
    void theOldestOfAHundredAndTwentyNineRemindersIsForgotten() {
        SeenReminders seen = new SeenReminders();
        IntStream.range(0, SeenReminders.MAX_IDS).forEach(i -> seen.add("r" + i));
        assertThat(seen.add("r0")).isFalse();

        assertThat(seen.add("one more")).isTrue();

        assertThat(seen.add("r1")).isFalse();
        assertThat(seen.add("r0")).isTrue();
    }

    @Test
    void theSensorIsNeverFurtherOffThanStatedAndSeldomSilent() {
        for (long seed = 0; seed < 4; seed++) {
            SensorModel sensors = new SensorModel(Chance.ofSeed(seed));
            int missing = 0;
            for (int i = 0; i < DRAWS; i++) {
                Sample sample = sensors.measure(0, new Posture(25, 3, Activity.SITTING));
                if (sample.neckDecidegrees() == AngleColumn.MISSING) {
                    missing++;
                } else {
                    double error = sample.neckDecidegrees() / 10.0
                            - sensors.calibration().neckDecidegrees() / 10.0
                            - 25;
                    assertThat(Math.abs(error))
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(SensorModel.WORST_ERROR_DEGREES);
                }
            }
            assertThat(missing / (double) DRAWS).as("seed %d", seed).isBetween(0.0015, 0.0025);
        }
    }

    @Test
    void offTheBodyThereAreNoAngles() {
        Sample sample = new SensorModel(Chance.ofSeed(1)).measure(0, new Posture(25, 3, Activity.OFF_BODY));

        assertThat(sample.neckDecidegrees()).isEqualTo(AngleColumn.MISSING);
        assertThat(sample.shoulderDecidegrees()).isEqualTo(AngleColumn.MISSING);
    }
}
