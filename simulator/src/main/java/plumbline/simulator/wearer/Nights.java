package plumbline.simulator.wearer;

import java.time.Duration;

/** When a wearer goes to bed and gets up. It starts in the middle of a morning; at night the device lies on its charger. */
final class Nights {
    private static final long DAY = Duration.ofHours(24).toMillis();
    private static final long BED_EARLIEST = Duration.ofMinutes(11 * 60 + 15).toMillis();
    private static final long BED_LATEST = Duration.ofHours(12).toMillis();
    private static final long SLEEP_LEAST = Duration.ofMinutes(8 * 60 + 30).toMillis();
    private static final long SLEEP_MOST = Duration.ofMinutes(9 * 60 + 30).toMillis();

    private final Chance chance;
    private long dayMillis;
    private long bedMillis;

    Nights(Chance chance, long startMillis) {
        this.chance = chance;
        this.dayMillis = startMillis;
        this.bedMillis = startMillis + chance.between(BED_EARLIEST, BED_LATEST);
    }

    /** When the wearer next goes to bed. */
    long bedMillis() {
        return bedMillis;
    }

    /** Sleeps through; returns when the wearer gets up. */
    long sleep() {
        long upMillis = bedMillis + chance.between(SLEEP_LEAST, SLEEP_MOST);
        dayMillis += DAY;
        bedMillis = dayMillis + chance.between(BED_EARLIEST, BED_LATEST);
        return upMillis;
    }
}
