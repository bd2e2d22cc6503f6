package plumbline.alerts.dispatch;

import java.time.Duration;

/**
 * How long to wait before trying again: doubling from {@link #FIRST_PAUSE} to {@link #LONGEST_PAUSE}, spread so that
 * what failed together does not come back together. All attempts together take about half an hour, longer than a
 * reminder is worth.
 */
public final class RetrySchedule {
    public static final int MAX_ATTEMPTS = 60;
    public static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    public static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

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
        Duration whole = shorter(doubled, LONGEST_PAUSE);
        Duration spread = Duration.ofNanos(Math.round(whole.toNanos() * (1 + dice) / 2));
        return left.isNegative() ? Duration.ZERO : shorter(spread, left);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
