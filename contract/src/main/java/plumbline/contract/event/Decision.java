package plumbline.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;

/**
 * Why a due reminder was raised or held back, for the wearer to read.
 *
 * @param at device time
 * @param rule the rule that held it back, or why it was due
 * @param until when that rule lets go, null where no time is known
 */
public record Decision(
        DeviceId device,
        PostureIssue issue,
        String episode,
        String reminder,
        Instant at,
        Outcome outcome,
        String rule,
        @Nullable Instant until,
        String text) {
    /** What became of a due reminder. */
    public enum Outcome {
        RAISED,
        HELD_BACK
    }
}
