package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Mount;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;

/** From idle to candidate, active, long and closed; what interrupts and what ends. */
class PostureEpisodeTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    @Test
    void nothingIsToldOfACandidate() {
        sitter.bad(59).good(600);

        assertThat(told.events).isEmpty();
    }

    @Test
    void candidateBecomesActiveAtExactlySixtySeconds() {
        sitter.bad(60);
        assertThat(told.neck()).as("59 s are credited").isEmpty();

        sitter.bad(1);
        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void theLastBadSecondIsCreditedByTheGoodReadingAfterIt() {
        sitter.bad(60).good(1);

        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void activeBecomesLongAtExactlySevenMinutesOfNeck() {
        sitter.bad(420);
        assertThat(told.neck()).containsExactly("active 0..60");

        sitter.bad(1);
        assertThat(told.neck()).containsExactly("active 0..60", "long 0..420 level 1");
    }

    @Test
    void activeBecomesLongAtExactlyTenMinutesOfShoulders() {
        sitter.shoulders(15, 600);
        assertThat(told.shoulders()).containsExactly("active 0..60");

        sitter.shoulders(15, 1);
        assertThat(told.shoulders()).containsExactly("active 0..60", "long 0..600 level 1");
    }

    @Test
    void goodForOneSecondLessThanThirtyIsTolerated() {
        sitter.bad(60).good(29).bad(10).good(31);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..99 good_posture");
    }

    @Test
    void thirtySecondsOfGoodCloseWhereTheGoodRunBegan() {
        sitter.bad(75).good(30);
        assertThat(told.neck()).as("29 s of good are credited").containsExactly("active 0..60");

        sitter.good(1);
        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..75 good_posture");
    }

    @Test
    void aBadReadingAfterExactlyThirtySecondsOfGoodOpensAnother() {
        sitter.bad(75).good(30).bad(61).good(31);

        assertThat(told.neck())
                .containsExactly(
                        "active 0..60", "closed 0..75 good_posture", "active 105..165", "closed 105..166 good_posture");
    }

    @Test
    void anInterruptionIsNotCredited() {
        sitter.bad(40).good(29).bad(20).good(1);

        assertThat(told.neck()).containsExactly("active 0..89");
        assertThat(told.events.get(0).badSeconds()).isEqualTo(60);
    }

    @Test
    void interruptionsDoNotAddUpToAnEnd() {
        sitter.bad(70).good(29).bad(1).good(29).bad(1).good(29).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void thirtySecondsOfWalkingCloseAsMoved() {
        sitter.bad(70).walks(31);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..70 moved");
    }

    @Test
    void walkingForOneSecondLessThanThirtyIsTolerated() {
        sitter.bad(70).walks(29).bad(10);

        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void walkingGivesNoCreditWhateverTheAngle() {
        sitter.does(Activity.WALKING, Sitter.BAD_NECK, Sitter.BAD_SHOULDERS, 600);

        assertThat(told.events).isEmpty();
    }

    @Test
    void goodAndWalkingTogetherMakeUpTheThirtySeconds() {
        sitter.bad(70).walks(20).good(11);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..70 good_posture");
    }

    @Test
    void offBodyClosesAtOnce() {
        sitter.bad(70).takesItOff();

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..70 off_body");
    }

    @Test
    void lyingClosesAtOnce() {
        sitter.bad(70).liesDown();

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..70 lying");
    }

    @Test
    void offBodyInsideAnInterruptionEndsWhereTheInterruptionBegan() {
        sitter.bad(70).good(20).takesItOff();

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..70 off_body");
    }

    @Test
    void aCandidateThatIsTakenOffIsNeverToldOf() {
        sitter.bad(59).takesItOff();

        assertThat(told.events).isEmpty();
    }

    @Test
    void aNewCalibrationClosesNeckAndShouldersButNotSitting() {
        sitter.does(Activity.SITTING, 30, 20, 70).calibration("c2", 0, 0);
        sitter.does(Activity.SITTING, 30, 20, 1);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..69 calibration");
        assertThat(told.shoulders()).containsExactly("active 0..60", "closed 0..69 calibration");
        assertThat(told.sitting()).containsExactly("active 0..60");
    }

    @Test
    void anotherMountCloses() {
        sitter.bad(70).mount(Mount.OCCIPUT).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..69 calibration");
    }

    @Test
    void withoutACalibrationNothingIsBad() {
        sitter.uncalibrated().slumps(900);

        assertThat(told.events).isEmpty();
    }

    @Test
    void anglesCountFromTheCalibratedUpright() {
        sitter.calibration("c2", 12, 0).neck(31.9, 100);
        assertThat(told.neck()).as("19.9 degrees from upright").isEmpty();

        sitter.neck(32, 61);
        assertThat(told.neck()).containsExactly("active 100..160");
    }

    @Test
    void aMissingAngleLeavesTheOtherIssueAlone() {
        sitter.slumps(70).shoulders(20, 30);

        assertThat(told.neck()).containsExactly("active 0..60");
        assertThat(told.last(PostureIssue.ROUNDED_SHOULDERS).closeReason()).isNull();
    }

    @Test
    void revisionsCountEachChange() {
        sitter.bad(1_681).good(31);

        assertThat(told.events).extracting(event -> event.revision()).containsExactly(1, 2, 3, 4, 5);
        assertThat(told.neck())
                .containsExactly(
                        "active 0..60",
                        "long 0..420 level 1",
                        "long 0..840 level 2",
                        "long 0..1680 level 3",
                        "closed 0..1681 level 3 good_posture");
    }

    @Test
    void everyEventOfAnEpisodeCarriesTheSameId() {
        sitter.silent(5).bad(500).good(31);

        assertThat(told.events)
                .hasSize(3)
                .allMatch(event -> event.id()
                        .equals("pl-1/forward_neck/"
                                + Sitter.BEGIN.plusSeconds(5).toEpochMilli()));
    }
}
