package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.streams.Sitter;

/** Readings older than the newest one are counted, and change nothing. */
class LateReadingTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    @Test
    void aReadingOlderThanTheNewestIsLate() {
        sitter.bad(60).at(Sitter.BEGIN.minusSeconds(1)).neck(0, 60);

        assertThat(told.late).isEqualTo(60);
        sitter.at(Sitter.BEGIN.plusSeconds(60)).bad(1);
        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void aReadingAtTheVeryTimeOfTheNewestIsNotLate() {
        sitter.bad(60).at(Sitter.BEGIN.plusSeconds(59)).bad(2);

        assertThat(told.late).isZero();
        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void aLateUploadOfAnEarlierCalibrationClosesNothing() {
        sitter.bad(70)
                .calibration("older", 5, 5)
                .at(Sitter.BEGIN.minusSeconds(100))
                .bad(10);
        sitter.calibration("c1", 0, 0).at(Sitter.BEGIN.plusSeconds(70)).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60");
    }
}
