package plumbline.simulator.wearer;

/**
 * What a persona makes of a reminder. The weights say how often it does one thing, against the others.
 *
 * @param delay from the reminder to what the wearer does
 * @param doneWeight moves and says so
 * @param movesWeight moves, and says no more than that it was seen
 * @param seenWeight says that it was seen, and stays
 * @param silentWeight stays and says nothing
 * @param painProbability that a pain check-in follows the answer
 */
public record Answering(
        Spread delay,
        double doneWeight,
        double movesWeight,
        double seenWeight,
        double snoozeWeight,
        double notNowWeight,
        double dismissWeight,
        double silentWeight,
        double painProbability) {}
