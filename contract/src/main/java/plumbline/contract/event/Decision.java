package plumbline.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;

/**
 * Why a due reminder was raised or held back, or what became of one that went out, for the wearer to read.
 *
 * @param issue null for an answer to a pain check-in, as is {@code episode}
 * @param at device time
 * @param rule the rule that held it back, why it was due, or how it came to its outcome
 * @param until when that rule lets go, null where no time is known
 */
public record Decision(
        DeviceId device,
        @Nullable PostureIssue issue,
        @Nullable String episode,
        String reminder,
        Instant at,
        Outcome outcome,
        String rule,
        @Nullable Instant until,
        String text) {
    /** What was decided of a reminder. Of each that was raised for a posture, exactly one of the next four follows. */
    public enum Outcome {
        RAISED,
        HELD_BACK,
        /** The posture was good again soon after it. */
        CORRECTED,
        /** It was measured that nothing changed. */
        IGNORED,
        /** The device was taken off, or the wearer lay down. */
        NOT_WORN,
        /** Too little was measured to tell. */
        UNKNOWN,
        /** It was no longer needed, wherever it had not been delivered yet. */
        WITHDRAWN
    }
}
