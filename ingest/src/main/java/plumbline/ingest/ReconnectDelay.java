package plumbline.ingest;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: twice as long after each failure up to a bound, less a random part. */
final class ReconnectDelay {
    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final RandomGenerator random;
    private Duration next = FIRST;

    ReconnectDelay(RandomGenerator random) {
        this.random = random;
    }

    /** Half to all of the next delay, so that many clients don't come back at once. */
    Duration next() {
        long full = next.toMillis();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    void succeeded() {
        next = FIRST;
    }
}
