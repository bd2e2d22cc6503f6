package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.streams.Sitter;

/** Sitting, told by activity or by spans. */
class SittingEpisodeTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    @Test
    void uprightForOneSecondLessThanSixtyIsTolerated() {
        sitter.sits(70).stands(59).sits(1);

        assertThat(told.sitting()).containsExactly("active 0..60");
    }

    @Test
    void sixtySecondsUprightCloseWhereTheyBegan() {
        sitter.sits(70).stands(60);
        assertThat(told.sitting()).containsExactly("active 0..60");

        sitter.stands(1);
        assertThat(told.sitting()).containsExactly("active 0..60", "closed 0..70 moved");
    }

    @Test
    void standingAndWalkingTogetherMakeUpTheSixtySeconds() {
        sitter.sits(70).stands(30).walks(31);

        assertThat(told.sitting()).containsExactly("active 0..60", "closed 0..70 moved");
    }

    @Test
    void anUnknownActivitySaysNothingOfSitting() {
        sitter.sits(70).bad(25).sits(1);

        assertThat(told.sitting()).containsExactly("active 0..60");
    }

    @Test
    void lyingAndOffBodyCloseAtOnce() {
        sitter.sits(70).liesDown().sits(70).takesItOff();

        assertThat(told.sitting())
                .containsExactly("active 0..60", "closed 0..70 lying", "active 71..131", "closed 71..141 off_body");
    }

    @Test
    void aSpanIsCreditedAsAWhole() {
        sitter.satFrom(0, 59);
        assertThat(told.sitting()).isEmpty();

        sitter.satFrom(60, 61);
        assertThat(told.sitting()).containsExactly("active 0..61");
    }

    @Test
    void aLongSpanIsLongAtOnce() {
        sitter.satFrom(0, 1_800);

        assertThat(told.sitting()).containsExactly("long 0..1800 level 1");
    }

    @Test
    void aSpanSentAgainAddsNothing() {
        sitter.satFrom(0, 900).satFrom(0, 900).satFrom(0, 900);

        assertThat(told.satMillis).isEqualTo(900_000);
    }

    @Test
    void overlappingSpansCountOnce() {
        sitter.satFrom(0, 600).satFrom(300, 900).satFrom(100, 800);

        assertThat(told.satMillis).isEqualTo(900_000);
    }

    @Test
    void aGapOfOneSecondLessThanSixtyBetweenSpansIsTolerated() {
        sitter.satFrom(0, 100).satFrom(159, 300);

        assertThat(told.sitting()).containsExactly("active 0..100");
    }

    @Test
    void aGapOfSixtySecondsBetweenSpansClosesAtTheFirstOnesEnd() {
        sitter.satFrom(0, 100).satFrom(160, 300);

        assertThat(told.sitting()).containsExactly("active 0..100", "closed 0..100 moved", "active 160..300");
    }

    @Test
    void upBetweenSpansIsRecovery() {
        sitter.satFrom(0, 600).satFrom(700, 800);

        assertThat(told.events.get(2).carriedSeconds()).isEqualTo(500);
    }

    @Test
    void activityAndSpanOfTheSameTimeCountOnce() {
        sitter.sits(100).satFrom(0, 100);

        assertThat(told.satMillis).isEqualTo(100_000);
    }

    @Test
    void aSpanTellsWhatTheActivityDoesNot() {
        sitter.bad(100).satFrom(0, 100).bad(1);

        assertThat(told.sitting()).containsExactly("active 0..100");
    }

    @Test
    void aSpanDoesNotMakeTheNextAnglesLate() {
        sitter.bad(30).satFrom(0, 40).at(Sitter.BEGIN.plusSeconds(30)).bad(31);

        assertThat(told.outOfStep).isZero();
        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void aSpanUploadWithoutCalibrationLeavesTheAnglesAlone() {
        sitter.bad(70).uncalibrated().satFrom(0, 70).calibration("c1", 0, 0).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void takenOffBeforeASpansEndTheSittingEndsThere() {
        sitter.does(Activity.UNKNOWN, 0, 0, 10).satFrom(0, 100);
        sitter.at(Sitter.BEGIN.plusSeconds(90)).takesItOff();

        assertThat(told.sitting()).last().isEqualTo("closed 0..100 off_body");
    }

    @Test
    void theCorrectionOfTheClockMovesSpansAndReadings() {
        told.correctionMillis = 5_000;
        sitter.satFrom(0, 100).sits(11).takesItOff();

        assertThat(told.sitting()).containsExactly("active 5..105", "closed 5..116 off_body");
    }

    @Test
    void aSpanToWhereTheWearerLayDownCountsOnce() {
        sitter.sits(70).liesDown().satFrom(0, 70);

        assertThat(told.satMillis).isEqualTo(70_000);
    }
}
