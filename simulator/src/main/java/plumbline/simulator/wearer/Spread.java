package plumbline.simulator.wearer;

import java.time.Duration;

/**
 * How long something lasts: log-normal around a median, cut off at both ends.
 *
 * @param sigma of the logarithm; 0.5 puts two thirds of the draws between 0.6 and 1.6 medians
 */
public record Spread(Duration least, Duration median, double sigma, Duration most) {
    public Spread {
        if (least.compareTo(median) > 0 || median.compareTo(most) > 0 || sigma < 0) {
            throw new IllegalArgumentException("not a spread: " + least + ", " + median + ", " + sigma + ", " + most);
        }
    }

    static Spread seconds(long least, long median, double sigma, long most) {
        return new Spread(Duration.ofSeconds(least), Duration.ofSeconds(median), sigma, Duration.ofSeconds(most));
    }

    static Spread minutes(long least, long median, double sigma, long most) {
        return seconds(least * 60, median * 60, sigma, most * 60);
    }

    /** One draw, in milliseconds. */
    public long draw(Chance chance) {
        long millis = Math.round(median.toMillis() * StrictMath.exp(sigma * chance.bell()));
        return Math.max(least.toMillis(), Math.min(most.toMillis(), millis));
    }
}
