package plumbline.streams.detection;

import java.util.List;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.event.PostureClass;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * What one reading says about one issue.
 *
 * @param timeMillis event time of the device
 * @param posture never {@code UNKNOWN}
 * @param decidegrees {@link AngleColumn#MISSING} for sitting
 * @param holdMillis how long it stands at most
 */
record Observation(long timeMillis, PostureClass posture, int decidegrees, long holdMillis) {
    private static final long LEAST_HOLD_MILLIS = 10_000;
    private static final List<PostureClass> CLASSES = List.of(PostureClass.values());

    /** How long a reading stands that was taken every {@code intervalMillis}. */
    static long hold(int intervalMillis) {
        return Math.max(LEAST_HOLD_MILLIS, 3L * intervalMillis);
    }

    static Observation ofSitting(long timeMillis, PostureClass posture, long holdMillis) {
        return new Observation(timeMillis, posture, AngleColumn.MISSING, holdMillis);
    }

    /** When it stops standing where nothing comes. */
    long standsUntil() {
        return timeMillis + holdMillis;
    }

    /** For how long it has stood until then. */
    long creditUntil(long untilMillis) {
        return Math.min(untilMillis - timeMillis, holdMillis);
    }

    /** How long a hole behind it an episode bears. */
    long longest(EpisodeRules rules) {
        return Math.max(rules.suspended(), holdMillis);
    }

    /** Whether the hole until then ends an episode. */
    boolean isLongBefore(long untilMillis, EpisodeRules rules) {
        return untilMillis - timeMillis > longest(rules);
    }

    /** Whether the hole until the next one ends an episode: a long one, or one after which it is not bad any more. */
    boolean isHoleBefore(Observation next, EpisodeRules rules) {
        return isLongBefore(next.timeMillis, rules) || (isSuspendedBefore(next.timeMillis, rules) && !next.isBad());
    }

    /** Whether the hole until then leaves open what was in it. */
    boolean isSuspendedBefore(long untilMillis, EpisodeRules rules) {
        return untilMillis - timeMillis > Math.max(rules.tolerated(), holdMillis);
    }

    boolean isBad() {
        return posture == PostureClass.BAD;
    }

    void write(StateWriter out) {
        out.time(timeMillis).word(posture);
        out.number(decidegrees).number(holdMillis - LEAST_HOLD_MILLIS);
    }

    static Observation read(StateReader in) {
        long sinceHold = in.isSince(3) ? LEAST_HOLD_MILLIS : 0;
        return new Observation(in.time(), in.word(CLASSES), in.integer(), sinceHold + in.number());
    }
}
