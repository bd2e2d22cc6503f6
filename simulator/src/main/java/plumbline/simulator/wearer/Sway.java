package plumbline.simulator.wearer;

/**
 * The small movement of a body that holds still: it wanders and is drawn back to the middle (an Ornstein-Uhlenbeck
 * process), never beyond {@link #LIMIT_DEGREES}.
 */
final class Sway {
    static final double LIMIT_DEGREES = 3;

    private static final double DEVIATION_DEGREES = 1.2;
    private static final double RETURN_MILLIS = 8_000;

    private final Chance chance;
    private double degrees;
    private long stepMillis = -1;
    private double keep;
    private double kick;

    Sway(Chance chance) {
        this.chance = chance;
    }

    double advance(long millis) {
        if (millis != stepMillis) {
            stepMillis = millis;
            keep = StrictMath.exp(-millis / RETURN_MILLIS);
            kick = DEVIATION_DEGREES * Math.sqrt(1 - keep * keep);
        }
        double next = keep * degrees + kick * chance.bell();
        degrees = Math.max(-LIMIT_DEGREES, Math.min(LIMIT_DEGREES, next));
        return degrees;
    }
}
