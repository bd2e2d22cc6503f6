package plumbline.alerts.dispatch;

import java.time.Duration;
import java.time.Instant;
import plumbline.contract.event.Reminder;

/** Whether a reminder that was read goes out on a channel. */
public final class DispatchPolicy {
    /** However late a reminder says it expires, it is of no use after this long. */
    public static final Duration LONGEST_LIFE = Duration.ofHours(24);

    private DispatchPolicy() {}

    /** What to do with a reminder. */
    public enum Verdict {
        DELIVER,
        /** Already delivered, given up or under way. */
        REPEATED,
        EXPIRED
    }

    /** From this instant on the reminder is dropped. */
    public static Instant deadline(Reminder reminder) {
        Instant latest = reminder.raisedAt().plus(LONGEST_LIFE);
        return reminder.expiresAt().isBefore(latest) ? reminder.expiresAt() : latest;
    }

    /** Decides at {@code now}, and claims in the ledger what is not a repeat. */
    public static Verdict decide(Reminder reminder, DeliveryLedger ledger, Instant now) {
        if (!ledger.claim(reminder.id(), now)) {
            return Verdict.REPEATED;
        }
        return now.isBefore(deadline(reminder)) ? Verdict.DELIVER : Verdict.EXPIRED;
    }
}
