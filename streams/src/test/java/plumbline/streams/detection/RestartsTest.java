package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** From when on a history can be folded without what came before. */
class RestartsTest {
    private static final long HOUR = 3_600_000;
    private static final long REST = HOUR;
    private static final long HOLD = 10_000;

    private Restarts restarts = new Restarts();

    private void measured(long at) {
        restarts.measured(at, at + HOLD, REST);
    }

    private OptionalLong newest() {
        return restarts.before(105 * HOUR);
    }

    @Test
    void theFirstReadingIsOne() {
        measured(100 * HOUR);

        assertThat(restarts.before(100 * HOUR)).hasValue(100 * HOUR);
        assertThat(restarts.before(100 * HOUR - 1)).isEmpty();
    }

    @Test
    void aRestCountsFromWhereTheLastReadingStopsStanding() {
        measured(100 * HOUR);
        measured(101 * HOUR + HOLD - 1);
        assertThat(newest()).hasValue(100 * HOUR);

        measured(102 * HOUR + 60_000);
        assertThat(newest()).hasValue(102 * HOUR + 60_000);
    }

    @Test
    void whatStandsLongerIsNotForgottenForAShorterOne() {
        restarts.measured(100 * HOUR, 104 * HOUR, REST);
        measured(101 * HOUR);
        measured(104 * HOUR);

        assertThat(newest()).hasValue(100 * HOUR);
    }

    @Test
    void whatWasFoldedAnewGoesOnFromWhatWasKnown() {
        measured(10 * HOUR);
        measured(30 * HOUR);
        measured(50 * HOUR);
        Restarts anew = Restarts.beginningAt(30 * HOUR);
        anew.measured(30 * HOUR, 52 * HOUR, REST);
        anew.goOnFrom(restarts, 30 * HOUR);

        assertThat(anew.before(29 * HOUR)).hasValue(10 * HOUR);
        assertThat(anew.before(52 * HOUR)).hasValue(30 * HOUR);
    }

    @Test
    void theFullMinuteBeforeIsKept() {
        measured(100 * HOUR + 59_999);

        assertThat(newest()).hasValue(100 * HOUR);
    }

    @Test
    void upToThatMinuteTheRestHasToBeAsLong() {
        measured(100 * HOUR);
        measured(100 * HOUR + HOLD + REST + 49_999);
        assertThat(newest()).hasValue(100 * HOUR);
    }

    @Test
    void oneFromLongAgoIsNone() {
        measured(100 * HOUR);

        assertThat(restarts.before(100 * HOUR + Restarts.REACH_MILLIS)).hasValue(100 * HOUR);
        assertThat(restarts.before(100 * HOUR + Restarts.REACH_MILLIS + 1)).isEmpty();
    }

    /** However a wearer's days are parted, there is a restart two and a half days back once there is so much of a record. */
    @RepeatedTest(100)
    void oneOfThemLiesTwoAndAHalfDaysBack(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        long now = 1_000 * HOUR;
        long begin = now;
        for (int i = 0; i < 200; i++) {
            measured(now);
            if (now - begin >= Restarts.KEPT_MILLIS + Restarts.APART_MILLIS) {
                assertThat(restarts.before(now - Restarts.KEPT_MILLIS))
                        .as("seed %d, reading %d", seed, i)
                        .isPresent();
            }
            now += REST + HOLD + random.nextInt((int) (6 * HOUR));
            StateWriter out = new StateWriter();
            restarts.write(out);
            assertThat(out.toBytes()).as("seed %d", seed).hasSizeLessThanOrEqualTo(8 + 1 + 5 + (Restarts.MOST - 1) * 2);
            restarts = Restarts.read(new StateReader(out.toBytes()));
        }
    }
}
