package plumbline.contract.event;

import java.time.Instant;
import plumbline.contract.device.DeviceId;

/**
 * A reminder is no longer needed: whoever has not delivered it yet drops it. Stands among the reminders, after the one it
 * withdraws, and is told from them by its first field.
 *
 * @param withdrawn id of the reminder
 * @param at device time
 * @param reason what has mended the posture, or why there is none to mend: how its episode ended
 */
public record Withdrawal(String withdrawn, DeviceId device, Instant at, CloseReason reason) implements ReminderEvent {}
