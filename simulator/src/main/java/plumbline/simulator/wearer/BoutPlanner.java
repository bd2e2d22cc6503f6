package plumbline.simulator.wearer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Activity;

/** Draws what a wearer does next: sits, then something else, then sits again, until bedtime. */
final class BoutPlanner {
    private static final Spread WALKING = Spread.minutes(2, 6, 0.6, 30);
    private static final Spread LYING = Spread.minutes(5, 15, 0.5, 60);

    /** What is left of the first sitting bout after an opening. */
    private static final Duration AFTER_OPENING = Duration.ofMinutes(15);

    private final Movement movement;
    private final Chance chance;
    private final Nights nights;

    BoutPlanner(Movement movement, Chance chance, long startMillis) {
        this.movement = movement;
        this.chance = chance;
        this.nights = new Nights(chance.fork(), startMillis);
    }

    Bout first(long startMillis, @Nullable Opening opening) {
        long least = opening == null
                ? 0
                : opening.spellAfter()
                        .plus(opening.spellFor())
                        .plus(AFTER_OPENING)
                        .toMillis();
        long millis = Math.max(least, movement.sitting().draw(chance));
        return untilBed(Activity.SITTING, startMillis, millis);
    }

    Bout after(Bout last) {
        long from = last.toMillis();
        if (from >= nights.bedMillis()) {
            return new Bout(Activity.OFF_BODY, from, nights.sleep());
        }
        if (last.activity() != Activity.SITTING) {
            return untilBed(Activity.SITTING, from, movement.sitting().draw(chance));
        }
        int next = chance.pick(
                movement.standsWeight(), movement.walksWeight(), movement.liesWeight(), movement.takesOffWeight());
        return switch (next) {
            case 0 -> standing(from);
            case 1 -> untilBed(Activity.WALKING, from, WALKING.draw(chance));
            case 2 -> untilBed(Activity.LYING, from, LYING.draw(chance));
            default -> untilBed(Activity.OFF_BODY, from, movement.takenOff().draw(chance));
        };
    }

    Bout standing(long fromMillis) {
        return untilBed(Activity.STANDING, fromMillis, movement.standing().draw(chance));
    }

    private Bout untilBed(Activity activity, long from, long millis) {
        return new Bout(activity, from, Math.max(from + 1, Math.min(nights.bedMillis(), from + millis)));
    }
}
