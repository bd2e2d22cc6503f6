package plumbline.simulator.wearer;

import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;

/**
 * A stretch in which a wearer's posture does not change, sway apart. The step to the next takes no time: at one reading
 * a second nobody would see more.
 *
 * @param spell the bad spell it belongs to, null outside of one
 * @param fidget a short good interruption of that spell
 * @param cutShort ended by a reminder
 */
record Phase(
        long fromMillis,
        long toMillis,
        Activity activity,
        double neckDegrees,
        double shoulderDegrees,
        @Nullable SpellKind spell,
        boolean fidget,
        Cause cause,
        boolean cutShort) {

    /** Whether a spell of {@code issue} goes on, fidgets included. */
    boolean isIn(PostureIssue issue) {
        return switch (issue) {
            case FORWARD_NECK -> spell != null && spell.neck();
            case ROUNDED_SHOULDERS -> spell != null && spell.shoulders();
            case PROLONGED_SITTING -> activity == Activity.SITTING;
        };
    }

    /** Whether {@code issue} is not held for a moment in the middle of its spell. */
    boolean isFidgetOf(PostureIssue issue) {
        return fidget && issue != PostureIssue.PROLONGED_SITTING;
    }

    Cause causeOf(PostureIssue issue) {
        return issue == PostureIssue.PROLONGED_SITTING ? Cause.DESK_WORK : cause;
    }

    /** The part of it before {@code millis}. */
    Phase until(long millis, boolean cut) {
        return new Phase(fromMillis, millis, activity, neckDegrees, shoulderDegrees, spell, fidget, cause, cut);
    }

    /** The part of it from {@code millis} on. */
    Phase from(long millis) {
        return new Phase(millis, toMillis, activity, neckDegrees, shoulderDegrees, spell, fidget, cause, cutShort);
    }
}
