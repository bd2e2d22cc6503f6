package plumbline.contract.event;

import java.util.List;

/**
 * One movement as the wearer is told it.
 *
 * @param seconds how long it takes in all
 * @param repetitions 0 where it is not counted
 */
public record Exercise(
        String id,
        String name,
        Place place,
        int seconds,
        int repetitions,
        List<String> steps,
        String caution,
        String why) {
    /** Where it can be done. */
    public enum Place {
        DESK,
        FLOOR,
        GYM,
        POOL
    }

    public Exercise {
        steps = List.copyOf(steps);
    }
}
