package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;

/** Whoever has just moved is left alone. */
class OwnMovementTest {
    private final Reminded reminded = new Reminded("cooldown.same=0s", "cooldown.any=0s");
    private final Sitter sitter = new Sitter(reminded::take).perUpload(1);

    @Test
    void goodPostureThatEndsAnEpisodeHoldsItsIssueBackForExactlyTenMinutes() {
        sitter.bad(400).good(30).bad(600);
        assertThat(reminded.lines()).containsExactly("490 held_back own_movement forward_neck until 1030");

        sitter.bad(1);
        assertThat(reminded.lines()).last().isEqualTo("1030 raised first forward_neck");
    }

    @Test
    void theWearerReadsWhy() {
        sitter.bad(400).good(30).bad(61);

        assertThat(reminded.decisions.get(0).text())
                .isEqualTo("held back: the position was changed a short while ago, quiet until 10:17");
    }

    @Test
    void walkingThatEndsAnEpisodeIsABreakToo() {
        sitter.bad(400).walks(30).bad(100);

        assertThat(reminded.rules()).containsExactly("own_movement");
    }

    @Test
    void goodPostureOneSecondTooShortIsNoBreak() {
        sitter.bad(400).good(29).bad(21);

        assertThat(reminded.lines()).containsExactly("449 raised first forward_neck");
    }

    @Test
    void anEpisodeThatNeverBecameActiveIsNothingToTakeABreakFrom() {
        sitter.bad(59).good(30).bad(421);

        assertThat(reminded.rules()).containsExactly("first");
    }

    @Test
    void anEpisodeThatHadJustBecomeActiveIs() {
        sitter.bad(60).good(30).bad(421);

        assertThat(reminded.rules()).containsExactly("own_movement");
    }

    @Test
    void aBreakOfOneIssueDoesNotHoldBackAnother() {
        sitter.slumps(400).does(Activity.UNKNOWN, 0, Sitter.BAD_SHOULDERS, 201);

        assertThat(reminded.lines()).containsExactly("600 raised first rounded_shoulders");
    }

    @Test
    void goodPostureThatEndsNothingDoesNotSilenceSitting() {
        sitter.does(Activity.SITTING, 0, Double.NaN, 1_801);

        assertThat(reminded.lines()).containsExactly("1800 raised first prolonged_sitting");
    }

    @Test
    void goodPostureThatEndsAnEpisodeDoesNotSilenceSittingEither() {
        sitter.does(Activity.SITTING, 30, Double.NaN, 300)
                .does(Activity.SITTING, 0, Double.NaN, 1_000)
                .does(Activity.SITTING, 30, Double.NaN, 300)
                .does(Activity.SITTING, 0, Double.NaN, 201);

        assertThat(reminded.lines()).containsExactly("1800 raised first prolonged_sitting");
    }

    @Test
    void twoMinutesUprightAfterSittingHoldEveryIssueBackForExactlyTenMinutes() {
        sitter.sits(100).stands(120).does(Activity.STANDING, 30, Double.NaN, 600);
        assertThat(reminded.lines()).containsExactly("640 held_back own_movement forward_neck until 820");

        sitter.does(Activity.STANDING, 30, Double.NaN, 1);
        assertThat(reminded.lines()).last().isEqualTo("820 raised first forward_neck");
    }

    @Test
    void standingAndWalkingAreUprightAlike() {
        sitter.sits(100).stands(50).walks(40).stands(30).does(Activity.STANDING, 30, Double.NaN, 421);

        assertThat(reminded.lines()).containsExactly("640 held_back own_movement forward_neck until 820");
    }

    @Test
    void uprightOneSecondTooShortIsNoBreak() {
        sitter.sits(100).stands(119).does(Activity.SITTING, 30, Double.NaN, 421);

        assertThat(reminded.lines()).containsExactly("639 raised first forward_neck");
    }

    @Test
    void sittingThatNeverBecameActiveIsNothingToTakeABreakFrom() {
        sitter.sits(59).stands(120).does(Activity.STANDING, 30, Double.NaN, 421);

        assertThat(reminded.rules()).containsExactly("first");
    }

    @Test
    void whoStandsAllDayIsNotOnABreakFromSitting() {
        sitter.stands(300).does(Activity.STANDING, 30, Double.NaN, 421);

        assertThat(reminded.rules()).containsExactly("first");
    }

    @Test
    void standingOnLengthensNoBreak() {
        sitter.sits(100).stands(800).does(Activity.STANDING, 30, Double.NaN, 421);

        assertThat(reminded.lines())
                .as("the break was at 220, and is long over at 1320")
                .containsExactly("1320 raised first forward_neck");
    }

    @Test
    void betweenTwoSpansOfSittingTheWearerIsUpright() {
        sitter.satFrom(0, 1_000).satFrom(1_120, 1_200);
        assertThat(reminded.ledger.issue(PostureIssue.PROLONGED_SITTING).movedAt())
                .isEqualTo(Sitter.BEGIN.plusSeconds(1_120).toEpochMilli());
    }

    @Test
    void theBreakIsWhenTheTwoMinutesAreOverHoweverLongTheGapIs() {
        sitter.satFrom(0, 1_000).satFrom(5_000, 5_200);
        assertThat(reminded.ledger.issue(PostureIssue.PROLONGED_SITTING).movedAt())
                .isEqualTo(Sitter.BEGIN.plusSeconds(1_120).toEpochMilli());
    }

    @Test
    void goodPostureAroundAHoleIsNoBreak() {
        sitter.bad(100).good(20).silent(31).good(20).bad(421);

        assertThat(reminded.rules()).containsExactly("first");
    }

    @Test
    void uprightAroundAHoleIsNoBreakFromSitting() {
        sitter.sits(100).stands(100).silent(31).stands(30).does(Activity.STANDING, 30, Double.NaN, 421);

        assertThat(reminded.rules()).containsExactly("first");
    }

    @Test
    void takingItOffIsNoBreakAndEndsWhatWasUpright() {
        sitter.sits(100).stands(70).takesItOff().stands(60).does(Activity.STANDING, 30, Double.NaN, 421);

        assertThat(reminded.rules()).containsExactly("first");
    }
}
