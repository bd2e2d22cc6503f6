package plumbline.streams.backtest;

/**
 * How labelled readings of forward neck were judged.
 *
 * @param bent readings whose label says that the neck was bent
 * @param bad readings that the detector called bad
 * @param both readings of which both are true
 * @param reminders reminders of a forward neck that came while there was a label
 * @param falseReminders those that came while the label said otherwise
 * @param measuredMillis time between neighbouring readings, holes left out
 */
public record Tally(int readings, int bent, int bad, int both, int reminders, int falseReminders, long measuredMillis) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    private static final double MILLIS_PER_HOUR = 3_600_000;

    static Tally ofReading(boolean bent, boolean bad, long millis) {
        return new Tally(1, bent ? 1 : 0, bad ? 1 : 0, bent && bad ? 1 : 0, 0, 0, millis);
    }

    static Tally ofReminder(boolean bent) {
        return new Tally(0, 0, 0, 0, 1, bent ? 0 : 1, 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                readings + other.readings,
                bent + other.bent,
                bad + other.bad,
                both + other.both,
                reminders + other.reminders,
                falseReminders + other.falseReminders,
                measuredMillis + other.measuredMillis);
    }

    /** The share of the readings called bad in which the neck was bent; {@code NaN} where none was called bad. */
    public double precision() {
        return (double) both / bad;
    }

    /** The share of the readings with the neck bent that were called bad; {@code NaN} where it never was. */
    public double recall() {
        return (double) both / bent;
    }

    /** Of all readings those called bad. */
    public double badShare() {
        return (double) bad / readings;
    }

    /** False reminders for each hour that was measured. */
    public double falseRemindersPerHour() {
        return falseReminders * MILLIS_PER_HOUR / measuredMillis;
    }
}
