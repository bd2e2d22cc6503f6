package plumbline.alerts.dispatch;

import plumbline.contract.codec.Decoded;
import plumbline.contract.device.Answer;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;

/** Whether a reminder that could be read can also be delivered: complete, and with an id that is safe everywhere. */
public final class ReminderCheck {
    /** As long as an answer may name. */
    public static final int MAX_ID_LENGTH = Answer.ToReminder.MAX_REMINDER_LENGTH;

    private ReminderCheck() {}

    public static Decoded<Reminder> check(Reminder reminder) {
        if (reminder.id() == null || reminder.device() == null) {
            return reject("id or device is missing");
        }
        if (reminder.raisedAt() == null || reminder.expiresAt() == null) {
            return reject("raisedAt or expiresAt is missing");
        }
        if (reminder.title() == null || reminder.text() == null || reminder.haptic() == null) {
            return reject("title, text or haptic is missing");
        }
        if (!isSafe(reminder.id()) || !reminder.id().startsWith(reminder.device() + "/")) {
            return reject("id is not the device, '/', and more; at most " + MAX_ID_LENGTH + " printable characters");
        }
        return Decoded.accept(reminder);
    }

    private static boolean isSafe(String id) {
        return id.length() <= MAX_ID_LENGTH && id.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private static Decoded<Reminder> reject(String detail) {
        return Decoded.reject(RejectReason.BAD_FIELD, detail);
    }
}
