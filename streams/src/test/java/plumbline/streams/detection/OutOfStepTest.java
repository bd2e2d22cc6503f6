package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.streams.Sitter;

/** Readings in order, but older than the newest one, since the clock was set back, are counted and change nothing. */
class OutOfStepTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    @Test
    void aReadingOlderThanTheNewestIsOutOfStep() {
        sitter.bad(60).at(Sitter.BEGIN.minusSeconds(1)).neck(0, 60);

        assertThat(told.outOfStep).isEqualTo(60);
        sitter.at(Sitter.BEGIN.plusSeconds(60)).bad(1);
        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void aReadingAtTheVeryTimeOfTheNewestIsNot() {
        sitter.bad(60).at(Sitter.BEGIN.plusSeconds(59)).bad(2);

        assertThat(told.outOfStep).isZero();
        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void oneOfAnEarlierCalibrationClosesNothing() {
        sitter.bad(70)
                .calibration("older", 5, 5)
                .at(Sitter.BEGIN.minusSeconds(100))
                .bad(10);
        sitter.calibration("c1", 0, 0).at(Sitter.BEGIN.plusSeconds(70)).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60");
    }
}
