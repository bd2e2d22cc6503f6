package plumbline.simulator.wearer;

/** What several personas have in common. */
final class Personas {
    static final Spread OFF = Spread.minutes(3, 12, 0.5, 45);

    /** Out of reach of the phone or the gateway: mostly a minute or two, now and then the length of a meeting. */
    static final Spread GAP = Spread.seconds(20, 150, 0.9, 1_800);

    static final Spread PROMPT = Spread.seconds(3, 15, 0.5, 60);
    static final Spread SLOW = Spread.seconds(5, 30, 0.6, 150);

    private Personas() {}
}
