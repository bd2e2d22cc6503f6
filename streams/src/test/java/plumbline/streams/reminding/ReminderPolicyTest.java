package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.contract.event.Reminder;
import plumbline.streams.Sitter;

/** First, repeated and merged reminders; each upload of one reading, so that every second is decided on. */
class ReminderPolicyTest {
    private final Reminded reminded = new Reminded();
    private final Sitter sitter = new Sitter(reminded::take).perUpload(1);

    @Test
    void theFirstGoesOutAsTheEpisodeBecomesLong() {
        sitter.bad(420);
        assertThat(reminded.decisions).isEmpty();

        sitter.bad(1);
        assertThat(reminded.lines()).containsExactly("420 raised first forward_neck");
    }

    @Test
    void aReminderSaysWhatIsAndWhatMayHelp() {
        sitter.bad(421);

        Reminder reminder = reminded.reminders.get(0);
        long start = Sitter.BEGIN.toEpochMilli();
        assertThat(reminder.id()).isEqualTo("pl-1/forward_neck/" + start + "/1");
        assertThat(reminder.episode()).isEqualTo("pl-1/forward_neck/" + start);
        assertThat(reminder.level()).isEqualTo(1);
        assertThat(reminder.raisedAt()).isEqualTo(Sitter.BEGIN.plusSeconds(420));
        assertThat(reminder.expiresAt()).isEqualTo(Sitter.BEGIN.plusSeconds(420 + 600));
        assertThat(reminder.title()).isEqualTo("Time for a change of position");
        assertThat(reminder.text()).isEqualTo("forward neck for 7 min: neck roll");
        assertThat(reminder.haptic()).isEqualTo(Haptic.SHORT);
        assertThat(reminder.advice()).isNull();
    }

    @Test
    void repeatsAfterAsMuchBadTimeAgainAndThreeTimesAtMost() {
        sitter.bad(6_000);

        assertThat(reminded.lines())
                .containsExactly(
                        "420 raised first forward_neck",
                        "840 held_back cooldown_same forward_neck until 1620",
                        "1620 raised repeat forward_neck",
                        "2040 held_back cooldown_same forward_neck until 2820",
                        "2820 raised repeat forward_neck");
        assertThat(reminded.reminders)
                .extracting(Reminder::id)
                .extracting(id -> id.charAt(id.length() - 1))
                .containsExactly('1', '2', '3');
    }

    @Test
    void theSuggestionFollowsTheLevel() {
        sitter.bad(6_000);

        assertThat(reminded.reminders).extracting(Reminder::level).containsExactly(1, 2, 3);
        assertThat(reminded.reminders)
                .extracting(Reminder::text)
                .containsExactly(
                        "forward neck for 7 min: neck roll",
                        "forward neck for 27 min: seated cat-cow",
                        "forward neck for 47 min: scapular squeeze");
    }

    @Test
    void neckAndShouldersLongTogetherHaveTheirOwnSuggestion() {
        sitter.slumps(1_021);

        assertThat(reminded.reminders)
                .extracting(Reminder::text)
                .containsExactly("forward neck for 7 min: neck roll", "rounded shoulders for 17 min: seated cat-cow");
    }

    @Test
    void anotherEpisodeBeginsWithItsFirstReminder() {
        sitter.bad(421).good(1_300).bad(421);

        assertThat(reminded.lines()).containsExactly("420 raised first forward_neck", "2141 raised first forward_neck");
    }

    @Test
    void nothingGoesOutOnceThePostureIsGood() {
        sitter.bad(420).good(1);

        assertThat(reminded.decisions).as("long, and good already").isEmpty();
    }

    @Test
    void aHeldBackReminderOfAnEpisodeThatEndedNeverGoesOut() {
        sitter.bad(900).good(1_200);

        assertThat(reminded.lines())
                .containsExactly(
                        "420 raised first forward_neck", "840 held_back cooldown_same forward_neck until 1620");
    }

    @Test
    void anIssueDueInExactlyTwoMinutesIsMerged() {
        Reminded shorter = new Reminded("rounded-shoulders.long=9m");
        new Sitter(shorter::take).perUpload(1).slumps(421);

        assertThat(shorter.lines())
                .containsExactly("420 raised first forward_neck", "420 raised merged rounded_shoulders");
        assertThat(shorter.reminders).hasSize(1);
        assertThat(shorter.reminders.get(0).text())
                .isEqualTo("forward neck for 7 min and rounded shoulders for 7 min: seated cat-cow");
    }

    @Test
    void anIssueDueInMoreThanTwoMinutesIsNot() {
        Reminded longer = new Reminded("rounded-shoulders.long=541s");
        new Sitter(longer::take).perUpload(1).slumps(421);

        assertThat(longer.lines()).containsExactly("420 raised first forward_neck");
    }

    @Test
    void movementComesFirst() {
        Reminded shorter = new Reminded("prolonged-sitting.long=8m");
        new Sitter(shorter::take).perUpload(1).does(Activity.SITTING, 30, 0, 421);

        assertThat(shorter.lines())
                .containsExactly("420 raised first prolonged_sitting", "420 raised merged forward_neck");
        Reminder reminder = shorter.reminders.get(0);
        assertThat(reminder.issue()).isEqualTo(PostureIssue.PROLONGED_SITTING);
        assertThat(reminder.issues()).isEqualTo(List.of(PostureIssue.PROLONGED_SITTING, PostureIssue.FORWARD_NECK));
        assertThat(reminder.exercise()).isNotNull();
        assertThat(reminder.exercise().id()).isEqualTo("stand-and-move");
    }

    @Test
    void mergedIssuesTakeTheirStepAndCoolDownToo() {
        Reminded shorter = new Reminded("rounded-shoulders.long=8m", "cooldown.any=0s");
        new Sitter(shorter::take).perUpload(1).slumps(901);

        assertThat(shorter.lines())
                .containsExactly(
                        "420 raised first forward_neck",
                        "420 raised merged rounded_shoulders",
                        "840 held_back cooldown_same forward_neck until 1620",
                        "900 held_back cooldown_same rounded_shoulders until 1620");
    }

    @Test
    void aHeldBackIssueIsNotMerged() {
        sitter.slumps(1_021);

        assertThat(reminded.lines())
                .containsExactly(
                        "420 raised first forward_neck",
                        "600 held_back cooldown_any rounded_shoulders until 1020",
                        "840 held_back cooldown_same forward_neck until 1620",
                        "1020 raised first rounded_shoulders");
    }

    @Test
    void sittingForOverSixHoursInADayAsksForAWalk() {
        Reminded sitting = new Reminded("cap.issue=20", "cap.day=20", "quiet.from=00:00", "quiet.to=00:00");
        Sitter day = new Sitter(sitting::take).at(Sitter.BEGIN.minusSeconds(10 * 3_600));
        for (int bout = 0; bout < 13; bout++) {
            day.sits(1_820).stands(1_900);
        }

        List<String> exercises = sitting.reminders.stream()
                .map(reminder -> reminder.exercise().id())
                .toList();
        assertThat(exercises.subList(0, 11)).doesNotContain("walk");
        assertThat(exercises.get(11))
                .as("12 bouts of half an hour are six hours")
                .isEqualTo("walk");
    }

    @Test
    void noExerciseComesTwiceRunningWhateverTheIssue() {
        Reminded shorter = new Reminded("forward-neck.long=2m", "rounded-shoulders.long=2m", "cooldown.any=2m")
                .profile(new Profile(1, null, null, List.of("neck-roll", "scapular-squeeze"), false, null));
        new Sitter(shorter::take)
                .perUpload(1)
                .bad(121)
                .good(200)
                .shoulders(Sitter.BAD_SHOULDERS, 121)
                .shoulders(0, 900)
                .bad(121);

        assertThat(shorter.reminders)
                .extracting(Reminder::text)
                .containsExactly(
                        "forward neck for 2 min: shoulder roll",
                        "rounded shoulders for 2 min: short walk",
                        "forward neck for 2 min: shoulder roll");
    }
}
