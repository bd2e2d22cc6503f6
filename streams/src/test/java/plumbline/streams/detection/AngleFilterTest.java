package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.device.AngleColumn;
import plumbline.streams.Sitter;
import plumbline.streams.detection.AngleFilter.Verdict;

/** Angles that can't be are dropped and counted; the rest of the upload stands. */
class AngleFilterTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    @ParameterizedTest
    @CsvSource({
        "-900,KEPT",
        "-901,OUT_OF_RANGE",
        "1200,KEPT",
        "1201,OUT_OF_RANGE",
        "32767,OUT_OF_RANGE",
        "-32768,MISSING"
    })
    void anAngleLiesBetweenMinusNinetyAndOneHundredAndTwenty(int decidegrees, Verdict verdict) {
        assertThat(new AngleFilter().judge(decidegrees)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"600,KEPT", "601,JUMP", "-600,KEPT", "-601,JUMP"})
    void aJumpOfMoreThanSixtyDegreesIsDropped(int decidegrees, Verdict verdict) {
        AngleFilter filter = new AngleFilter();
        filter.judge(0);

        assertThat(filter.judge(decidegrees)).isEqualTo(verdict);
    }

    @Test
    void afterAJumpTheNeighbourIsTheNewAngle() {
        AngleFilter filter = new AngleFilter();
        filter.judge(0);
        filter.judge(700);

        assertThat(filter.judge(700)).isEqualTo(Verdict.KEPT);
    }

    @Test
    void anAngleOutOfRangeIsNobodysNeighbour() {
        AngleFilter filter = new AngleFilter();
        filter.judge(700);
        filter.judge(1_250);

        assertThat(filter.judge(650)).isEqualTo(Verdict.KEPT);
    }

    @Test
    void dropsAreCountedByReason() {
        sitter.necks(0, 130, -95, 0, 61, 0, Double.NaN, 0);

        assertThat(told.outOfRange).isEqualTo(2);
        assertThat(told.jumps).as("there and back").isEqualTo(2);
    }

    @Test
    void oneBadAngleLosesThatAngleOnly() {
        sitter.bad(30).necks(125).bad(30);

        assertThat(told.neck()).as("the reading before it stands on").containsExactly("active 0..60");
    }

    @Test
    void aDroppedAngleIsNotShown() {
        sitter.necks(20, 130);

        assertThat(told.tracker.neckDecidegrees()).isEqualTo(AngleColumn.MISSING);
    }

    @Test
    void offTheBodyNoAngleIsShown() {
        sitter.slumps(5).takesItOff();

        assertThat(told.tracker.neckDecidegrees()).isEqualTo(AngleColumn.MISSING);
        assertThat(told.tracker.shoulderDecidegrees()).isEqualTo(AngleColumn.MISSING);
    }

    @Test
    void offTheBodyTheNeighbourIsForgotten() {
        sitter.necks(0).takesItOff().necks(70);

        assertThat(told.jumps).isZero();
    }

    @Test
    void afterALongHoleTheNeighbourIsForgotten() {
        sitter.necks(0).silent(300).necks(70);

        assertThat(told.jumps).isZero();
    }
}
