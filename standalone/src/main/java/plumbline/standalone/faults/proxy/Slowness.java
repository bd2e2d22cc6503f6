package plumbline.standalone.faults.proxy;

import java.time.Duration;

/**
 * How a connection is slowed, each way for itself.
 *
 * @param delay how much later everything arrives
 * @param bytesPerSecond how much arrives at most
 */
public record Slowness(Duration delay, int bytesPerSecond) {
    public static final Slowness NONE = new Slowness(Duration.ZERO, Integer.MAX_VALUE);

    boolean isNone() {
        return equals(NONE);
    }

    long nanosFor(int bytes) {
        return bytes * 1_000_000_000L / bytesPerSecond;
    }
}
