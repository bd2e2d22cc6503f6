package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.device.Activity;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Decision;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Withdrawal;
import plumbline.streams.Sitter;

/** What became of a reminder. The neck's is raised at second 420, that of sitting at 1800. */
class OutcomeJudgeTest {
    private final Reminded reminded = new Reminded();
    private final Sitter sitter = new Sitter(reminded::take).perUpload(1);

    private List<String> texts() {
        return reminded.decisions.stream().map(Decision::text).toList();
    }

    @Test
    void thirtySecondsOfGoodPostureCorrect() {
        sitter.bad(421).good(30);
        assertThat(reminded.outcomes()).isEmpty();

        sitter.bad(1);
        assertThat(reminded.outcomes())
                .containsExactly("451 corrected good_posture forward_neck", "451 withdrawn good_posture forward_neck");
        assertThat(texts())
                .endsWith(
                        "good posture again after 31 s", "withdrawn where it has not arrived yet: good posture again");
    }

    @Test
    void anOutcomeIsOfItsReminder() {
        sitter.bad(421).good(31);

        assertThat(reminded.decisions)
                .extracting(Decision::reminder)
                .containsOnly(reminded.reminders.get(0).id());
        assertThat(reminded.decisions)
                .extracting(Decision::episode)
                .containsOnly(reminded.reminders.get(0).episode());
    }

    @Test
    void oneSecondLessIsNoChange() {
        sitter.bad(421).good(29).bad(271);

        assertThat(reminded.outcomes()).containsExactly("720 ignored no_change forward_neck");
        assertThat(texts()).last().isEqualTo("no change seen in 5 min");
    }

    @Test
    void goodPostureThatIsCompleteAtExactlyFiveMinutesCorrects() {
        sitter.bad(690).good(31);

        assertThat(reminded.outcomes())
                .containsExactly("720 corrected good_posture forward_neck", "720 withdrawn good_posture forward_neck");
    }

    @Test
    void oneSecondLaterItIsIgnoredAndStillWithdrawn() {
        sitter.bad(691).good(31);

        assertThat(reminded.outcomes())
                .containsExactly("720 ignored no_change forward_neck", "721 withdrawn good_posture forward_neck");
    }

    @Test
    void theTimeCountsAtWhichItWasGoodForLongEnoughNotThatOfTheNextReading() {
        sitter.every(70_000).bad(630).good(140);

        assertThat(reminded.outcomes()).startsWith("660 corrected good_posture forward_neck");
    }

    @Test
    void goodPostureThatIsCompleteTooLateDoesNotCorrectThoughItBeganInTime() {
        sitter.every(70_000).bad(700).good(140);

        assertThat(reminded.outcomes())
                .containsExactly("720 ignored no_change forward_neck", "730 withdrawn good_posture forward_neck");
    }

    @Test
    void walkingCorrectsToo() {
        sitter.bad(421).walks(31);

        assertThat(reminded.outcomes()).startsWith("451 corrected moved forward_neck");
        assertThat(texts()).contains("you moved after 31 s");
    }

    @Test
    void sittingAsksForTwoMinutesUprightAndIsWithdrawnAfterOne() {
        sitter.sits(1_801).stands(120);
        assertThat(reminded.outcomes()).containsExactly("1861 withdrawn moved prolonged_sitting");

        sitter.sits(1);
        assertThat(reminded.outcomes()).last().isEqualTo("1921 corrected moved prolonged_sitting");
    }

    @Test
    void oneSecondLessUprightIsNoChange() {
        sitter.sits(1_801).stands(119).sits(181);

        assertThat(reminded.outcomes())
                .containsExactly("1861 withdrawn moved prolonged_sitting", "2100 ignored no_change prolonged_sitting");
    }

    @Test
    void whatTheNeckDoesIsNoAnswerToAReminderOfSitting() {
        Reminded merged = new Reminded("prolonged-sitting.long=7m");
        new Sitter(merged::take)
                .perUpload(1)
                .does(Activity.SITTING, 30, Double.NaN, 421)
                .does(Activity.SITTING, 0, Double.NaN, 301);

        assertThat(merged.lines())
                .containsExactly("420 raised first prolonged_sitting", "420 raised merged forward_neck");
        assertThat(merged.outcomes()).containsExactly("720 ignored no_change prolonged_sitting");
    }

    @Test
    void takenOffIsNeitherGoodNorIgnored() {
        sitter.bad(421).takesItOff().takesItOff();

        assertThat(reminded.outcomes())
                .containsExactly("421 not_worn off_body forward_neck", "421 withdrawn off_body forward_neck");
        assertThat(texts()).endsWith("taken off after 1 s", "withdrawn where it has not arrived yet: taken off");
    }

    @Test
    void lyingDownIsNotWornEither() {
        sitter.bad(541).liesDown();

        assertThat(reminded.outcomes()).startsWith("541 not_worn lying forward_neck");
        assertThat(texts()).contains("lying down after 2 min");
    }

    @Test
    void takenOffWithinTheLastSecondIsNotWorn() {
        sitter.bad(719).takesItOff();

        assertThat(reminded.outcomes()).startsWith("719 not_worn off_body forward_neck");
    }

    @Test
    void takenOffAfterFiveMinutesItWasIgnoredBefore() {
        sitter.bad(720).takesItOff();

        assertThat(reminded.outcomes())
                .containsExactly("720 ignored no_change forward_neck", "720 withdrawn off_body forward_neck");
    }

    @Test
    void takenOffAfterASilenceOfFiveMinutesNothingIsKnown() {
        sitter.bad(421).silent(299).takesItOff();

        assertThat(reminded.outcomes())
                .containsExactly("720 unknown not_measured forward_neck", "720 withdrawn off_body forward_neck");
    }

    @Test
    void withoutReadingsNothingIsKnownOnceTheDeviceHasHadAMinuteToTell() {
        sitter.bad(421);
        reminded.passTo(780);
        assertThat(reminded.outcomes()).isEmpty();

        reminded.passTo(780.001);
        assertThat(reminded.outcomes()).containsExactly("720 unknown not_measured forward_neck");
        assertThat(texts()).last().isEqualTo("not known: too little was measured in 5 min");
    }

    @Test
    void readingsOfOtherIssuesPassTheTime() {
        sitter.bad(421).sits(360);
        assertThat(reminded.outcomes()).isEmpty();

        sitter.sits(1);
        assertThat(reminded.outcomes()).containsExactly("720 unknown not_measured forward_neck");
    }

    /** The last reading before the hole stands for ten seconds. */
    @Test
    void aHoleIntoWhichGoodPostureFitsLeavesItUnknown() {
        sitter.bad(521).silent(39).bad(161);

        assertThat(reminded.outcomes()).containsExactly("720 unknown not_measured forward_neck");
    }

    @Test
    void aHoleOfOneSecondLessDoesNot() {
        sitter.bad(521).silent(38).bad(162);

        assertThat(reminded.outcomes()).containsExactly("720 ignored no_change forward_neck");
    }

    @Test
    void whatIsMeasuredAfterTheFiveMinutesFillsNoHoleInThem() {
        sitter.every(70_000).bad(490).silent(210).bad(140);

        assertThat(reminded.outcomes()).containsExactly("720 unknown not_measured forward_neck");
    }

    @Test
    void aHoleIntoWhichTwoMinutesUprightFitLeavesSittingUnknown() {
        Reminded silent = new Reminded();
        new Sitter(silent::take).perUpload(1).sits(1_851).silent(129).sits(121);
        Reminded shorter = new Reminded();
        new Sitter(shorter::take).perUpload(1).sits(1_851).silent(128).sits(122);

        assertThat(silent.outcomes()).containsExactly("2100 unknown not_measured prolonged_sitting");
        assertThat(shorter.outcomes()).containsExactly("2100 ignored no_change prolonged_sitting");
    }

    @Test
    void goodPostureAfterAHoleCorrectsThoughTheEpisodeEndedInIt() {
        sitter.bad(421).silent(100).good(31);

        assertThat(reminded.outcomes()).startsWith("551 corrected good_posture forward_neck");
    }

    @Test
    void goodPostureAroundAHoleDoesNotCorrect() {
        sitter.bad(421).good(20).silent(31).good(20).bad(300);

        assertThat(reminded.outcomes()).containsExactly("720 ignored no_change forward_neck");
    }

    @Test
    void norDoesItAroundANewCalibration() {
        sitter.bad(421).good(20).silent(100).calibration("c2", 0, 0).good(20).bad(300);

        assertThat(reminded.outcomes()).containsExactly("720 unknown not_measured forward_neck");
    }

    @Test
    void whatWasGoodBeforeASpanBroughtTheReminderCorrectsItAtOnce() {
        Reminded quiet = new Reminded("quiet.from=09:00", "quiet.to=10:07:30");
        new Sitter(quiet::take)
                .perUpload(1)
                .bad(421)
                .satFrom(0, 460)
                .at(Sitter.BEGIN.plusSeconds(421))
                .good(40);

        assertThat(quiet.outcomes())
                .containsExactly("460 corrected good_posture forward_neck", "460 withdrawn good_posture forward_neck");
        assertThat(quiet.decisions).extracting(Decision::text).contains("good posture again after 0 s");
    }

    @Test
    void aReminderIsWithdrawnUpToTheLastSecondBeforeItExpires() {
        sitter.bad(989).good(31);

        assertThat(reminded.withdrawals)
                .containsExactly(new Withdrawal(
                        reminded.reminders.get(0).id(),
                        Reminded.DEVICE,
                        Sitter.BEGIN.plusSeconds(1_019),
                        CloseReason.GOOD_POSTURE));
    }

    @Test
    void anExpiredReminderIsNotWithdrawn() {
        sitter.bad(990).good(31);

        assertThat(reminded.withdrawals).isEmpty();
        assertThat(reminded.ledger.issue(PostureIssue.FORWARD_NECK).open()).isNull();
    }

    @Test
    void oneThatExpiresSoonerThanItsOutcomeIsKnownIsNotWithdrawnAfterThat() {
        Reminded hasty = new Reminded("reminder.expiry=31s");
        new Sitter(hasty::take).perUpload(1).bad(421).good(31);

        assertThat(hasty.outcomes()).containsExactly("451 corrected good_posture forward_neck");
    }

    @Test
    void theNextReminderOfTheIssueEndsTheWaitForTheOneBefore() {
        Reminded often = new Reminded("forward-neck.long=1m", "cooldown.same=0s", "cooldown.any=0s");
        new Sitter(often::take).perUpload(1).bad(600);

        assertThat(often.lines())
                .containsExactly(
                        "60 raised first forward_neck",
                        "120 raised repeat forward_neck",
                        "180 raised repeat forward_neck");
        assertThat(often.outcomes())
                .containsExactly(
                        "120 ignored no_change forward_neck",
                        "180 ignored no_change forward_neck",
                        "480 ignored no_change forward_neck");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 1_000})
    void theSameReadingsInOtherUploadsComeToTheSame(int perUpload) {
        sitter.bad(421)
                .perUpload(perUpload)
                .bad(100)
                .silent(20)
                .good(15)
                .bad(3)
                .good(200)
                .takesItOff();

        assertThat(reminded.outcomes())
                .containsExactly("589 corrected good_posture forward_neck", "589 withdrawn good_posture forward_neck");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 1_000})
    void theSameNeglectInOtherUploadsComesToTheSame(int perUpload) {
        sitter.bad(421).perUpload(perUpload).bad(1_000);

        assertThat(reminded.outcomes()).containsExactly("720 ignored no_change forward_neck");
        assertThat(reminded.decisions.stream()
                        .filter(decision -> decision.outcome() == Decision.Outcome.IGNORED)
                        .map(Decision::at))
                .containsExactly(Instant.parse("2026-03-04T10:12:00Z"));
    }
}
