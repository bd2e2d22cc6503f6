package plumbline.standalone.verify;

/**
 * How long an issue was truly held on one date, in milliseconds.
 *
 * @param mostMissed how much less a faithful count may say
 * @param mostAdded how much more it may say
 */
record TrueDay(long heldMillis, long mostMissed, long mostAdded) {
    static final TrueDay NONE = new TrueDay(0, 0, 0);

    TrueDay plus(TrueDay other) {
        return new TrueDay(heldMillis + other.heldMillis, mostMissed + other.mostMissed, mostAdded + other.mostAdded);
    }

    static TrueDay held(long millis) {
        return new TrueDay(millis, 0, 0);
    }

    static TrueDay missed(long most) {
        return new TrueDay(0, most, 0);
    }

    static TrueDay added(long most) {
        return new TrueDay(0, 0, most);
    }

    static TrueDay unsure(long most) {
        return new TrueDay(0, most, most);
    }

    boolean allows(long foundMillis) {
        long error = foundMillis - heldMillis;
        return -mostMissed <= error && error <= mostAdded;
    }
}
