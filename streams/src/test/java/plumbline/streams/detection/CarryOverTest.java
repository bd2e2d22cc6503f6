package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.streams.Sitter;

/** Time that was not recovered from counts towards the next episode. */
class CarryOverTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    private double carried() {
        return told.events.get(told.events.size() - 1).carriedSeconds();
    }

    @Test
    void goodTimeRecoversSecondForSecond() {
        sitter.bad(300).good(100).bad(61);

        assertThat(carried()).isEqualTo(200);
    }

    @Test
    void walkingRecoversTwiceAsFast() {
        sitter.bad(300).walks(100).bad(61);

        assertThat(carried()).isEqualTo(100);
    }

    @Test
    void recoveryEndsAtNothing() {
        sitter.bad(300).good(301).bad(61);

        assertThat(carried()).isZero();
    }

    @Test
    void carriedTimeCountsTowardsLong() {
        sitter.bad(400).good(50).bad(71);

        assertThat(told.neck())
                .containsExactly(
                        "active 0..60", "closed 0..400 good_posture", "active 450..510", "long 450..520 level 1");
        assertThat(told.events.get(3).badSeconds()).as("350 s were carried").isEqualTo(70);
    }

    @Test
    void whateverIsCarriedLongIsReachedAtSixtySecondsAtTheEarliest() {
        sitter.bad(500).good(31).bad(60);
        assertThat(told.neck()).hasSize(3);

        sitter.bad(1);
        assertThat(told.neck()).last().isEqualTo("long 531..591 level 1");
    }

    @Test
    void aToleratedInterruptionRecoversNothing() {
        sitter.bad(400).good(29).bad(21);

        assertThat(told.neck()).last().isEqualTo("long 0..449 level 1");
    }

    @Test
    void aCandidateIsCarriedToo() {
        sitter.bad(50).good(40).bad(61);

        assertThat(carried()).isEqualTo(10);
    }

    @Test
    void timeOffTheBodyRecoversNothing() {
        sitter.bad(300).takesItOff().silent(600).bad(61);

        assertThat(carried()).isEqualTo(300);
    }

    @Test
    void unrecoveredTimeIsForgottenAfterExactlySixtyMinutes() {
        sitter.bad(300).takesItOff().silent(3_599).bad(61);

        assertThat(carried()).isZero();
    }

    @Test
    void oneSecondLessThanSixtyMinutesRemembers() {
        sitter.bad(300).takesItOff().silent(3_598).bad(61);

        assertThat(carried()).isEqualTo(300);
    }

    @Test
    void aNewCalibrationForgets() {
        sitter.bad(300).calibration("c2", 0, 0).bad(61);

        assertThat(carried()).isZero();
    }

    @Test
    void aGapCarriesWhatWasBad() {
        sitter.bad(300).silent(400).bad(61);

        assertThat(carried()).as("with the last reading's hold").isEqualTo(309);
    }

    @Test
    void sittingIsRecoveredFromByStandingAndTwiceByWalking() {
        sitter.sits(600).stands(70).walks(40).sits(61);

        assertThat(carried()).isEqualTo(600 - 70 - 2 * 40);
    }

    @Test
    void twoMinutesUprightOnEndLeaveNothingOfSitting() {
        sitter.sits(1_200).stands(119).sits(61);
        assertThat(carried()).isEqualTo(1_200 - 119);

        sitter.stands(60).walks(60).sits(61);
        assertThat(carried()).isZero();
    }

    @Test
    void twoMinutesUprightBetweenTwoSpansLeaveNothingOfSitting() {
        sitter.satFrom(0, 600).satFrom(719, 1_000);
        assertThat(carried()).isEqualTo(600 - 119);

        sitter.satFrom(1_120, 1_200);
        assertThat(carried()).isZero();
    }

    @Test
    void twoMinutesUprightAroundAHoleAreNotOnEnd() {
        sitter.sits(1_200).stands(100).silent(31).stands(30).sits(61);

        assertThat(carried()).as("the last reading stood for 10 s").isEqualTo(1_200 - 109 - 30);
    }

    @Test
    void twoMinutesUprightAroundLyingDownAreNotOnEnd() {
        sitter.sits(1_200).stands(90).liesDown().stands(90).sits(61);

        assertThat(carried()).isEqualTo(1_200 - 2 * 90);
    }

    @Test
    void twoMinutesOfGoodPostureDoNotDoSoForTheNeck() {
        sitter.bad(300).good(120).bad(61);

        assertThat(carried()).isEqualTo(180);
    }
}
