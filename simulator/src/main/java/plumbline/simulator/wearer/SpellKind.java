package plumbline.simulator.wearer;

/** What is held badly in a spell. */
public enum SpellKind {
    NECK(true, false),
    SHOULDERS(false, true),
    BOTH(true, true);

    private final boolean neck;
    private final boolean shoulders;

    SpellKind(boolean neck, boolean shoulders) {
        this.neck = neck;
        this.shoulders = shoulders;
    }

    boolean neck() {
        return neck;
    }

    boolean shoulders() {
        return shoulders;
    }
}
