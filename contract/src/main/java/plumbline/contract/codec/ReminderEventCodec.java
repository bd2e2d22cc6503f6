package plumbline.contract.codec;

import org.jspecify.annotations.Nullable;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.ReminderEvent;
import plumbline.contract.event.Withdrawal;

/** Reads what stands among the reminders: a record with the field {@code withdrawn} takes back the one it names. */
public final class ReminderEventCodec {
    private ReminderEventCodec() {}

    private record Kind(@Nullable String withdrawn) {}

    public static Decoded<ReminderEvent> decode(byte[] json) {
        return EventJson.decode(json, Kind.class)
                .then(kind -> kind.withdrawn() == null
                        ? EventJson.decode(json, Reminder.class).then(Decoded::accept)
                        : EventJson.decode(json, Withdrawal.class).then(Decoded::accept));
    }
}
