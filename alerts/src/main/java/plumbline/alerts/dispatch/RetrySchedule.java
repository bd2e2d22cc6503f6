package plumbline.alerts.dispatch;

import java.time.Duration;

/**
 * How long to wait before trying again: doubling from {@link #FIRST_PAUSE} to {@link #LONGEST_PAUSE}, spread so that
 * what failed together does not come back together. After {@link #FREQUENT_ATTEMPTS}, which take about half an hour, what still
 * lives, as advice to see a doctor does, is tried each {@link #RARE_PAUSE}. All attempts together take longer than anything may
 * live.
 */
public final class RetrySchedule {
    public static final int MAX_ATTEMPTS = 640;
    public static final int FREQUENT_ATTEMPTS = 60;
    public static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    public static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    public static final Duration RARE_PAUSE = Duration.ofMinutes(5);

    private static final int DOUBLINGS = 5;

    private RetrySchedule() {}

    /**
     * The pause after a failed attempt, in real time.
     *
     * @param failed how many attempts have failed, from 1
     * @param dice from 0 to 1: the pause is between half of and the whole doubled pause
     * @param left how long the reminder still lives; the pause ends then at the latest, so that its end is seen on time
     */
    public static Duration pause(int failed, double dice, Duration left) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
        Duration whole = failed < FREQUENT_ATTEMPTS ? shorter(doubled, LONGEST_PAUSE) : RARE_PAUSE;
        Duration spread = Duration.ofNanos(Math.round(whole.toNanos() * (1 + dice) / 2));
        return left.isNegative() ? Duration.ZERO : shorter(spread, left);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
