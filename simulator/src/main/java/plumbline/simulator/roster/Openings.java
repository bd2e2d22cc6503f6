package plumbline.simulator.roster;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Opening;
import plumbline.simulator.wearer.SpellKind;

/**
 * How the first wearers begin, whatever the seed, where they have not been at it for long: in the middle of a bad spell, so
 * that a simulation has something to show at once. Each spell has lasted about as long as the default limit of its issue when
 * the device connects, and goes on for five to eight minutes.
 */
final class Openings {
    private static final Duration LEAST_AFTER = Duration.ofMinutes(5);
    private static final Duration MOST_AFTER = Duration.ofMinutes(8);

    /** A longer head start has enough to show, and nobody sits upright and still for hours. */
    private static final Duration LONGEST_HEAD_START = Duration.ofHours(1);

    private final Duration headStart;
    private final Chance chance;

    Openings(Duration headStart, Chance chance) {
        this.headStart = headStart;
        this.chance = chance;
    }

    /** That of the wearer at {@code index}; null leaves it to chance. */
    @Nullable
    Opening of(int index) {
        if (headStart.compareTo(LONGEST_HEAD_START) > 0) {
            return null;
        }
        return switch (index) {
            case 0 -> opening(SpellKind.NECK, Duration.ofSeconds(7 * 60), Duration.ofSeconds(7 * 60 + 20));
            case 1 -> opening(SpellKind.NECK, Duration.ofMinutes(7), Duration.ofMinutes(9));
            case 2 -> opening(SpellKind.SHOULDERS, Duration.ofMinutes(9), Duration.ofMinutes(10));
            default -> null;
        };
    }

    /** A spell that begins between {@code least} and {@code most} before the device connects. */
    private Opening opening(SpellKind kind, Duration least, Duration most) {
        long lead = Math.min(headStart.toMillis(), chance.between(least.toMillis(), most.toMillis()));
        long after = chance.between(LEAST_AFTER.toMillis(), MOST_AFTER.toMillis());
        return new Opening(headStart.minusMillis(lead), Duration.ofMillis(lead + after), kind);
    }
}
