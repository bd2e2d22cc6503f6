package plumbline.streams.reminding;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.device.Answer;
import plumbline.contract.device.Answer.PainCheckIn;
import plumbline.contract.device.Answer.ToReminder;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.streams.order.DeviceClock;

/** What a wearer's answer changes in what comes next. */
public final class AnswerBook {
    private AnswerBook() {}

    /** Enters an answer; gives the advice that a report of pain is answered with. The same answer again changes nothing. */
    public static Optional<Reminder> enter(
            DeviceId device, Answer answer, long arrivalMillis, ReminderLedger ledger, ReminderRules rules) {
        if (answer instanceof ToReminder to) {
            return enter(device, to, arrivalMillis, ledger, rules);
        }
        if (answer instanceof PainCheckIn pain) {
            return rest(device, pain, arrivalMillis, ledger, rules);
        }
        return Optional.empty();
    }

    private static Optional<Reminder> enter(
            DeviceId device, ToReminder answer, long arrivalMillis, ReminderLedger ledger, ReminderRules rules) {
        switch (answer.answer()) {
            case SNOOZE, NOT_NOW ->
                ledger.snooze(DeviceClock.believable(answer.at(), arrivalMillis) + length(answer, rules));
            case DISMISS -> dismiss(answer.reminder(), ledger);
            case PAIN -> {
                PainCheckIn pain = new PainCheckIn(answer.at(), 0, false, Set.of());
                return rest(device, pain, arrivalMillis, ledger, rules);
            }
            case DONE -> ledger.suited();
            case SEEN -> {}
        }
        return Optional.empty();
    }

    private static long length(ToReminder answer, ReminderRules rules) {
        return answer.minutes() == null ? rules.snooze() : answer.minutes() * 60_000L;
    }

    /** The advice is of use for as long as the wearer rests, to a phone that was offline too. */
    private static Optional<Reminder> rest(
            DeviceId device, PainCheckIn pain, long arrivalMillis, ReminderLedger ledger, ReminderRules rules) {
        long atMillis = DeviceClock.believable(pain.at(), arrivalMillis);
        if (!ledger.pain().begin(pain, atMillis, rules.painRest())) {
            return Optional.empty();
        }
        long life = Math.max(rules.painRest(), rules.expiry());
        Instant now = Instant.ofEpochMilli(arrivalMillis);
        return Optional.of(PainTriage.answer(device, pain, ledger.pain().isUrgent(), now, life));
    }

    /** Ids are {@code device/issue/episodeStartMillis/step}; one that is not ours changes nothing. */
    private static void dismiss(String reminder, ReminderLedger ledger) {
        String[] parts = reminder.split("/", -1);
        for (PostureIssue issue : PostureIssue.values()) {
            if (parts.length == 4 && issue.word().equals(parts[1]) && parts[2].matches("\\d{1,15}")) {
                ledger.issue(issue).dismiss(Long.parseLong(parts[2]));
            }
        }
    }
}
