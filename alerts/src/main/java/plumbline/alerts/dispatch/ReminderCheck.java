package plumbline.alerts.dispatch;

import plumbline.contract.codec.Decoded;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.ReminderEvent;
import plumbline.contract.event.Withdrawal;

/** Whether a reminder that could be read can also be delivered, or withdrawn: complete, and with an id that is safe everywhere. */
public final class ReminderCheck {
    /** As long as an answer may name. */
    public static final int MAX_ID_LENGTH = Answer.ToReminder.MAX_REMINDER_LENGTH;

    private ReminderCheck() {}

    public static Decoded<ReminderEvent> check(ReminderEvent event) {
        return event instanceof Withdrawal withdrawal ? check(withdrawal) : check((Reminder) event);
    }

    private static Decoded<ReminderEvent> check(Withdrawal withdrawal) {
        if (withdrawal.device() == null) {
            return reject("device is missing");
        }
        return isOf(withdrawal.device(), withdrawal.withdrawn()) ? Decoded.accept(withdrawal) : badId("withdrawn");
    }

    private static Decoded<ReminderEvent> check(Reminder reminder) {
        if (reminder.id() == null || reminder.device() == null) {
            return reject("id or device is missing");
        }
        if (reminder.raisedAt() == null || reminder.expiresAt() == null) {
            return reject("raisedAt or expiresAt is missing");
        }
        if (reminder.title() == null || reminder.text() == null || reminder.haptic() == null) {
            return reject("title, text or haptic is missing");
        }
        return isOf(reminder.device(), reminder.id()) ? Decoded.accept(reminder) : badId("id");
    }

    private static boolean isOf(DeviceId device, String id) {
        return isSafe(id) && id.startsWith(device + "/");
    }

    private static Decoded<ReminderEvent> badId(String field) {
        return reject(field + " is not the device, '/', and more; at most " + MAX_ID_LENGTH + " printable characters");
    }

    private static boolean isSafe(String id) {
        return id.length() <= MAX_ID_LENGTH && id.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private static Decoded<ReminderEvent> reject(String detail) {
        return Decoded.reject(RejectReason.BAD_FIELD, detail);
    }
}
