package plumbline.standalone.verify;

/**
 * For how long something was truly so on one date, in milliseconds.
 *
 * @param trueMillis as far as readings were sent
 * @param shownMillis as those readings show it
 * @param mostMissed how much less than the truth they may show
 * @param mostAdded how much more
 */
record TrueDay(long trueMillis, long shownMillis, long mostMissed, long mostAdded) {
    static final TrueDay NONE = new TrueDay(0, 0, 0, 0);

    TrueDay plus(TrueDay other) {
        return new TrueDay(
                trueMillis + other.trueMillis,
                shownMillis + other.shownMillis,
                mostMissed + other.mostMissed,
                mostAdded + other.mostAdded);
    }

    static TrueDay truly(long millis) {
        return new TrueDay(millis, 0, 0, 0);
    }

    static TrueDay shown(long millis) {
        return new TrueDay(0, millis, 0, 0);
    }

    static TrueDay missed(long most) {
        return new TrueDay(0, 0, most, 0);
    }

    static TrueDay added(long most) {
        return new TrueDay(0, 0, 0, most);
    }

    boolean allows(long foundMillis) {
        long error = foundMillis - trueMillis;
        return -mostMissed <= error && error <= mostAdded;
    }
}
