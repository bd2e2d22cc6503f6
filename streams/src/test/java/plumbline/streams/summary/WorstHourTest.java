package plumbline.streams.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** The worst hour of a day, against one that is counted second by second. */
class WorstHourTest {
    private static final int HOUR = 3_600;
    private static final int RESOLUTION = 160;

    private static WorstHour stored(WorstHour hour) {
        StateWriter out = new StateWriter();
        hour.write(out);
        return WorstHour.read(new StateReader(out.toBytes()));
    }

    @RepeatedTest(50)
    void itIsRightToWithinItsResolution(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int most = 1 + random.nextInt(repetition.getCurrentRepetition() % 2 == 0 ? 4_000 : 90);
        int day = 8 * HOUR;
        boolean[] bad = new boolean[day];
        WorstHour hour = new WorstHour();
        for (int from = 0; from < day; ) {
            int to = Math.min(day, from + 1 + random.nextInt(most));
            if (random.nextInt(3) > 0) {
                hour.add(from * 1_000L, to * 1_000L);
                Arrays.fill(bad, from, to, true);
            }
            hour = random.nextInt(9) == 0 ? stored(hour) : hour;
            from = to;
        }

        assertThat(hour.seconds()).as("seed %d", seed).isCloseTo(worst(bad), within(RESOLUTION));
    }

    private static int worst(boolean[] bad) {
        int worst = 0;
        int hour = 0;
        for (int i = 0; i < bad.length; i++) {
            hour += bad[i] ? 1 : 0;
            hour -= i >= HOUR && bad[i - HOUR] ? 1 : 0;
            worst = Math.max(worst, hour);
        }
        return worst;
    }

    @Test
    void anHourThatIsBadThroughoutIsAWholeOne() {
        WorstHour hour = new WorstHour();
        hour.add(0, 2 * HOUR * 1_000L);

        assertThat(hour.seconds()).isEqualTo(HOUR);
    }

    @Test
    void whatLiesAnHourApartDoesNotAddUp() {
        WorstHour hour = new WorstHour();
        hour.add(0, 300_000);
        hour.add(HOUR * 1_000L, HOUR * 1_000L + 240_000);

        assertThat(hour.seconds()).isEqualTo(300);
    }

    @Test
    void shortStretchesAreNotRoundedAway() {
        WorstHour hour = new WorstHour();
        for (int minute = 0; minute < 60; minute++) {
            hour.add(minute * 60_000L, minute * 60_000L + 1_700);
        }

        assertThat(hour.seconds()).isEqualTo(102);
    }

    @Test
    void anEmptyDayHasNone() {
        assertThat(new WorstHour().seconds()).isZero();
    }
}
