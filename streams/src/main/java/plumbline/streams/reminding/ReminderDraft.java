package plumbline.streams.reminding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.Exercise;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;

/**
 * One reminder in the making.
 *
 * @param merged the issues it is for, the main one first
 * @param together whether neck and shoulders are long together
 */
record ReminderDraft(List<Due> merged, boolean together, Moment moment, ReminderLedger ledger, ReminderRules rules) {
    private static final long MUCH_SITTING_MILLIS = 6 * 3_600_000L;

    Reminder toReminder() {
        Due main = merged.get(0);
        boolean inPain = ledger.pain().isOn(moment.nowMillis());
        Exercise exercise = inPain ? null : suggestion(main).orElse(null);
        return new Reminder(
                main.reminderId(moment),
                moment.device(),
                main.issue(),
                merged.stream().map(Due::issue).toList(),
                main.level(),
                main.episodeId(moment),
                moment.now(),
                moment.now().plusMillis(rules.expiry()),
                ReminderWords.TITLE,
                text(exercise),
                Haptic.SHORT,
                exercise,
                inPain ? PainTriage.guidance(ledger.pain().isUrgent()) : null);
    }

    private Optional<Exercise> suggestion(Due main) {
        boolean muchSatToday = ledger.satTodayMillis() > MUCH_SITTING_MILLIS;
        Suggestions.Trigger trigger = new Suggestions.Trigger(main.issue(), main.level(), bothAngles(), muchSatToday);
        return Suggestions.pick(trigger, ledger.lastExercise(), rules.avoid(), rules.floor());
    }

    private boolean bothAngles() {
        return together
                || merged.stream()
                                .filter(due -> due.issue() != PostureIssue.PROLONGED_SITTING)
                                .count()
                        == 2;
    }

    private String text(@Nullable Exercise exercise) {
        String what = ReminderWords.lasting(merged);
        return exercise == null ? what : what + ": " + exercise.name();
    }
}
