package plumbline.simulator.roster;

import java.time.Duration;

/**
 * What is simulated.
 *
 * @param headStart for how long the wearers have been at it when their devices connect
 */
public record PlayPlan(int devices, long seed, Duration headStart, UploadFormat format) {
    public static final int MAX_DEVICES = 2_000;

    /** What a device can store. */
    public static final Duration MAX_HEAD_START = Duration.ofHours(24);

    /** Throws IllegalArgumentException with a message for people. */
    public PlayPlan {
        if (devices < 1 || devices > MAX_DEVICES) {
            throw new IllegalArgumentException("--devices is " + devices + "; allowed is 1 to " + MAX_DEVICES);
        }
        if (headStart.isNegative() || headStart.compareTo(MAX_HEAD_START) > 0) {
            throw new IllegalArgumentException("--head-start is " + headStart.toMinutes() + "m; allowed is 0m to "
                    + MAX_HEAD_START.toHours() + "h");
        }
    }
}
