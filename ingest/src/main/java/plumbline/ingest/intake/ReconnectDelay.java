package plumbline.ingest.intake;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: twice as long after each failure up to a bound, less a random part. */
public final class ReconnectDelay {
    public static final Duration FIRST = Duration.ofMillis(250);
    public static final Duration LONGEST = Duration.ofSeconds(5);

    private final RandomGenerator random;
    private Duration next = FIRST;

    public ReconnectDelay(RandomGenerator random) {
        this.random = random;
    }

    /** Half to all of the next delay, so that many clients don't come back at once. */
    public Duration next() {
        long full = next.toMillis();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /** The next delay is the first again. */
    public void succeeded() {
        next = FIRST;
    }
}
