package plumbline.simulator.device;

import java.time.Duration;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Coverage;

/** When a device is connected: from its first connection on, but for gaps of the network and its own restarts. */
final class Reach {
    /** Shorter than a reading counts for, so that a restart costs readings and no posture time. */
    static final long REBOOT_MILLIS = 8_000;

    /** Nobody loses the connection at once: the first minutes of a demonstration are quiet. */
    private static final long CALM_MILLIS = Duration.ofMinutes(5).toMillis();

    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Coverage coverage;
    private final Chance chance;
    private final long connectMillis;
    private long gapMillis;
    private long gapEndMillis;
    private long rebootMillis;
    private long rebootEndMillis;

    Reach(Coverage coverage, Chance chance, long connectMillis) {
        this.coverage = coverage;
        this.chance = chance;
        this.connectMillis = connectMillis;
        planGap(connectMillis + CALM_MILLIS);
        planReboot(connectMillis + CALM_MILLIS);
    }

    private void planGap(long fromMillis) {
        gapMillis = fromMillis + chance.waitMillis(DAY_MILLIS / coverage.gapsPerDay());
        gapEndMillis = gapMillis + coverage.gap().draw(chance);
    }

    private void planReboot(long fromMillis) {
        rebootMillis = fromMillis + chance.waitMillis(DAY_MILLIS / coverage.rebootsPerDay());
        rebootEndMillis = rebootMillis + REBOOT_MILLIS;
    }

    /** Goes to {@code millis}; never back. */
    void advance(long millis) {
        while (gapEndMillis <= millis) {
            planGap(gapEndMillis);
        }
        while (rebootEndMillis <= millis) {
            planReboot(rebootEndMillis);
        }
    }

    boolean isPowered(long millis) {
        return millis < rebootMillis;
    }

    boolean isConnected(long millis) {
        return millis >= connectMillis && millis < gapMillis && isPowered(millis);
    }
}
