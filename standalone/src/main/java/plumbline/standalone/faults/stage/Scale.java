package plumbline.standalone.faults.stage;

import java.time.Duration;

/**
 * How large a run is.
 *
 * @param isQuick few rounds and little load, for every build
 */
public record Scale(boolean isQuick, int devices, int uploadsPerSecond, Duration settledWithin) {
    public static final Scale FULL = new Scale(false, 500, 2_000, Duration.ofMinutes(20));
    public static final Scale QUICK = new Scale(true, 60, 300, Duration.ofMinutes(3));

    private static final int QUICK_SPEED = 4;
    private static final int QUICK_PATIENCE = 4;

    public int times(int full, int quick) {
        return isQuick ? quick : full;
    }

    /** How many seconds of a scripted wearer go into one. */
    int speed() {
        return isQuick ? QUICK_SPEED : 1;
    }

    public Duration lasting(Duration full, Duration quick) {
        return isQuick ? quick : full;
    }

    /** When {@code promise} counts as broken: quick runs are for losses, on machines that may be slow or busy. */
    public Duration judged(Duration promise) {
        return isQuick ? promise.multipliedBy(QUICK_PATIENCE) : promise;
    }
}
