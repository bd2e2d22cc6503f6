package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.device.WarningSign;
import plumbline.contract.event.Reminder;
import plumbline.streams.Sitter;

/** What answers change in what comes next. */
class AnswerBookTest {
    private static final Instant AT = Sitter.BEGIN;
    private static final String REMINDER = "pl-1/forward_neck/" + AT.toEpochMilli() + "/1";

    private final Reminded reminded = new Reminded("cooldown.same=0s", "cooldown.any=0s");
    private final Sitter sitter = new Sitter(reminded::take).perUpload(1);

    private Optional<Reminder> answer(Instant at, AnswerWord word, @Nullable Integer minutes) {
        return reminded.answer(new Answer.ToReminder(at, REMINDER, word, minutes), AT);
    }

    private static Instant in(long minutes) {
        return AT.plus(Duration.ofMinutes(minutes));
    }

    private Instant snoozedUntil() {
        return Instant.ofEpochMilli(reminded.ledger.snoozedUntil());
    }

    @Test
    void snoozeAndNotNowLastThirtyMinutesUnlessTheWearerSays() {
        answer(AT, AnswerWord.SNOOZE, null);
        assertThat(snoozedUntil()).isEqualTo(in(30));

        answer(AT, AnswerWord.NOT_NOW, 45);
        assertThat(snoozedUntil()).isEqualTo(in(45));
    }

    @Test
    void aShorterSnoozeDoesNotEndALongerOne() {
        answer(AT, AnswerWord.SNOOZE, 60);
        answer(AT, AnswerWord.SNOOZE, 5);

        assertThat(snoozedUntil()).isEqualTo(in(60));
    }

    @Test
    void theSameAnswerAgainChangesNothing() {
        answer(AT.minusSeconds(60), AnswerWord.SNOOZE, null);
        answer(AT.minusSeconds(60), AnswerWord.SNOOZE, null);

        assertThat(snoozedUntil()).isEqualTo(in(29));
    }

    @Test
    void aDeviceClockAheadDoesNotLengthenTheSnooze() {
        answer(in(600), AnswerWord.SNOOZE, null);

        assertThat(snoozedUntil()).isEqualTo(in(30));
    }

    @Test
    void aDeviceClockThatLostTheDateDoesNotUndoTheSnooze() {
        answer(Instant.EPOCH.plusSeconds(5), AnswerWord.SNOOZE, null);

        assertThat(snoozedUntil()).isEqualTo(in(30));
    }

    @Test
    void anAnswerOfSevenDaysAgoIsTakenAtItsWord() {
        answer(AT.minus(Duration.ofDays(7)), AnswerWord.SNOOZE, null);

        assertThat(snoozedUntil()).isEqualTo(in(30).minus(Duration.ofDays(7)));
    }

    @Test
    void snoozedUntilThatVeryMoment() {
        answer(AT, AnswerWord.SNOOZE, 8);
        sitter.bad(480);
        assertThat(reminded.lines()).containsExactly("420 held_back snoozed forward_neck until 480");

        sitter.bad(1);
        assertThat(reminded.lines()).last().isEqualTo("480 raised first forward_neck");
    }

    @Test
    void dismissEndsTheRemindersOfThatEpisode() {
        sitter.bad(421);
        answer(AT, AnswerWord.DISMISS, null);
        sitter.bad(2_000);
        assertThat(reminded.reminders).hasSize(1);

        sitter.good(2_500).bad(421);
        assertThat(reminded.reminders).as("another episode").hasSize(2);
    }

    @Test
    void dismissOfAnotherEpisodeChangesNothing() {
        sitter.bad(421);
        String other = "pl-1/forward_neck/" + (AT.toEpochMilli() - 1) + "/1";
        reminded.answer(new Answer.ToReminder(AT, other, AnswerWord.DISMISS, null), AT);
        sitter.bad(420);

        assertThat(reminded.reminders).hasSize(2);
    }

    @Test
    void dismissOfAReminderThatIsNotOursChangesNothing() {
        sitter.bad(421);
        for (String id : new String[] {"", "x", "a/b/c/d", "pl-1/forward_neck/99999999999999999999/1", "pl-1/pain/5"}) {
            reminded.answer(new Answer.ToReminder(AT, id, AnswerWord.DISMISS, null), AT);
        }
        sitter.bad(420);

        assertThat(reminded.reminders).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"SEEN", "DONE"})
    void seenAndDoneHoldNothingBack(AnswerWord word) {
        sitter.bad(421);
        assertThat(answer(AT, word, null)).isEmpty();
        sitter.bad(420);

        assertThat(reminded.reminders).hasSize(2);
    }

    @Test
    void finishedIsTakenNoteOfElsewhere() {
        assertThat(reminded.answer(new Answer.Finished(AT, FinishedKind.WALK, null, 12), AT))
                .isEmpty();
    }

    @Test
    void painAnswersWithGuidanceAndNeverAnExercise() {
        Reminder answer = answer(AT, AnswerWord.PAIN, null).orElseThrow();

        assertThat(answer.exercise()).isNull();
        assertThat(answer.advice()).isEqualTo(PainTriage.GUIDANCE);
        assertThat(answer.id()).isEqualTo("pl-1/pain/" + AT.toEpochMilli());
    }

    @Test
    void noExerciseForExactlyTwentyFourHoursAfterPain() {
        reminded.answer(new Answer.PainCheckIn(AT.plusSeconds(421).minusSeconds(86_400), 1, false, Set.of()), AT);
        sitter.bad(421);

        Reminder first = reminded.reminders.get(0);
        assertThat(first.exercise()).as("one second is left").isNull();
        assertThat(first.advice()).isEqualTo(PainTriage.GUIDANCE);
        assertThat(first.text()).isEqualTo("forward neck for 7 min");

        sitter.bad(420);
        assertThat(reminded.reminders.get(1).exercise()).isNotNull();
        assertThat(reminded.reminders.get(1).advice()).isNull();
    }

    @Test
    void anExerciseIsSuggestedAgainAtTheVeryEndOfTheRest() {
        reminded.answer(new Answer.PainCheckIn(AT.plusSeconds(420).minusSeconds(86_400), 1, false, Set.of()), AT);
        sitter.bad(421);

        assertThat(reminded.reminders.get(0).exercise()).isNotNull();
    }

    @Test
    void aWarningSignRestsToo() {
        reminded.answer(new Answer.PainCheckIn(AT, 1, false, Set.of(WarningSign.FEVER)), AT);
        sitter.bad(421);

        assertThat(reminded.reminders.get(0).exercise()).isNull();
    }

    private Optional<Reminder> reports(Instant at, WarningSign... signs) {
        return reminded.answer(new Answer.PainCheckIn(at, 1, false, Set.of(signs)), AT);
    }

    private @Nullable String adviceOfNextReminder() {
        sitter.bad(reminded.reminders.isEmpty() ? 421 : 420);
        return reminded.reminders.get(reminded.reminders.size() - 1).advice();
    }

    @Test
    void adviceToSeeADoctorIsOfUseForAsLongAsExercisesRest() {
        assertThat(reports(AT, WarningSign.FEVER).orElseThrow().expiresAt()).isEqualTo(in(24 * 60));
        assertThat(answer(AT.plusSeconds(1), AnswerWord.PAIN, null)
                        .orElseThrow()
                        .expiresAt())
                .isEqualTo(in(24 * 60));
    }

    @Test
    void adviceToSeeADoctorIsNeverOfUseForLessLongThanAReminder() {
        Reminded restless = new Reminded("pain.rest=0s");

        assertThat(restless.answer(new Answer.PainCheckIn(AT, 1, false, Set.of(WarningSign.FEVER)), AT))
                .hasValueSatisfying(advice -> assertThat(advice.expiresAt()).isEqualTo(in(10)));
    }

    @Test
    void afterAWarningSignEachReminderSaysAtOnce() {
        reports(AT, WarningSign.FEVER);

        assertThat(adviceOfNextReminder()).isEqualTo(PainTriage.URGENT);
        assertThat(adviceOfNextReminder()).isEqualTo(PainTriage.URGENT);
    }

    @Test
    void painWithoutASignMakesAnUrgentRestNoMilder() {
        reports(AT, WarningSign.FEVER);
        Reminder answer = reports(AT.plusSeconds(60)).orElseThrow();

        assertThat(answer.advice()).isEqualTo(PainTriage.URGENT);
        assertThat(answer.title()).isEqualTo("Please see a doctor now");
        assertThat(adviceOfNextReminder()).isEqualTo(PainTriage.URGENT);
    }

    @Test
    void aSignThatComesLateMakesARestUrgent() {
        reports(AT);
        reports(AT.minusSeconds(60), WarningSign.ACCIDENT);

        assertThat(adviceOfNextReminder()).isEqualTo(PainTriage.URGENT);
    }

    @Test
    void aRestOnceOverIsUrgentNoMore() {
        reports(AT.minus(Duration.ofDays(1)), WarningSign.FEVER);
        Reminder answer = reports(AT).orElseThrow();

        assertThat(answer.advice()).isEqualTo(PainTriage.GUIDANCE);
        assertThat(adviceOfNextReminder()).isEqualTo(PainTriage.GUIDANCE);
    }

    @Test
    void theSamePainAgainIsNotAnsweredAgain() {
        assertThat(reports(AT)).isPresent();
        assertThat(reports(AT.plusSeconds(30), WarningSign.FEVER)).isPresent();
        sitter.bad(1);

        assertThat(reports(AT)).isEmpty();
        assertThat(reports(AT.plusSeconds(30), WarningSign.FEVER)).isEmpty();
    }

    @Test
    void theSamePainAgainDoesNotLengthenTheRestThoughItsClockHadLostTheDate() {
        Answer pain = new Answer.PainCheckIn(Instant.EPOCH.plusSeconds(5), 1, false, Set.of());
        reminded.answer(pain, AT.plusSeconds(421).minusSeconds(86_400 + 1));
        reminded.answer(pain, AT);

        assertThat(adviceOfNextReminder()).isNull();
    }

    @Test
    void ofSeveralReportsOfPainEachIsAnswered() {
        for (int second = 5; second > 0; second--) {
            assertThat(reports(AT.plusSeconds(second))).isPresent();
        }
    }
}
