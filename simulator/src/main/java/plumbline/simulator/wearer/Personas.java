package plumbline.simulator.wearer;

import java.util.List;

/**
 * The kinds of wearers there are. The numbers are not measured on people: they are chosen so that each rule of the
 * detector meets somebody who keeps it, somebody who breaks it and somebody at its edge, in a working day.
 */
public final class Personas {
    private static final Spread OFF = Spread.minutes(3, 12, 0.5, 45);

    /** Out of reach of the phone or the gateway: mostly a minute or two, now and then the length of a meeting. */
    private static final Spread GAP = Spread.seconds(20, 150, 0.9, 1_800);

    private static final Spread PROMPT = Spread.seconds(3, 15, 0.5, 60);
    private static final Spread SLOW = Spread.seconds(5, 30, 0.6, 150);

    /** Holds itself well and takes breaks; spells stay under every limit. */
    public static final Persona UPRIGHT = new Persona(
            "upright",
            new Movement(Spread.minutes(8, 22, 0.4, 29), Spread.minutes(3, 6, 0.4, 20), OFF, 3, 4, 0.1, 0.2),
            new Holding(
                    Spread.minutes(4, 20, 0.5, 90),
                    Spread.seconds(90, 150, 0.4, 360),
                    2,
                    1,
                    0.5,
                    new Angles(25, 30),
                    new Angles(20, 24),
                    20,
                    Cause.SCREEN),
            new Answering(PROMPT, 6, 3, 1, 0.3, 0.2, 0.2, 0.3, 0.001),
            new Coverage(1, GAP, 0.05));

    /** An office day: some spells grow long, most do not. */
    public static final Persona TYPICAL = new Persona(
            "typical",
            new Movement(Spread.minutes(10, 38, 0.5, 120), Spread.minutes(2, 5, 0.5, 20), OFF, 2, 3, 0.2, 0.3),
            new Holding(
                    Spread.minutes(1, 7, 0.7, 60),
                    Spread.seconds(90, 330, 0.7, 1_800),
                    2,
                    1,
                    1,
                    new Angles(25, 34),
                    new Angles(20, 26),
                    15,
                    Cause.SCREEN),
            new Answering(PROMPT, 4, 3, 2, 1, 1, 0.5, 1, 0.003),
            new Coverage(4, GAP, 0.1));

    /** Sinks into the chair for long spells, neck and shoulders together. */
    public static final Persona SLUMPER = new Persona(
            "slumper",
            new Movement(Spread.minutes(20, 55, 0.5, 180), Spread.minutes(2, 4, 0.5, 15), OFF, 2, 2, 0.3, 0.2),
            new Holding(
                    Spread.minutes(1, 4, 0.6, 30),
                    Spread.minutes(2, 13, 0.6, 50),
                    2,
                    2,
                    3,
                    new Angles(27, 38),
                    new Angles(21, 30),
                    10,
                    Cause.SLUMPING),
            new Answering(SLOW, 4, 3, 2, 1, 1, 1, 1, 0.005),
            new Coverage(3, GAP, 0.1));

    /** Bends the neck deeply over a phone, often and standing too; the shoulders are fine. */
    public static final Persona PHONE_USER = new Persona(
            "phone user",
            new Movement(Spread.minutes(8, 30, 0.6, 120), Spread.minutes(3, 8, 0.6, 40), OFF, 3, 2, 0.5, 0.2),
            new Holding(
                    Spread.minutes(1, 5, 0.7, 40),
                    Spread.seconds(90, 420, 0.6, 1_500),
                    1,
                    0,
                    0,
                    new Angles(34, 48),
                    new Angles(20, 25),
                    25,
                    Cause.PHONE),
            new Answering(PROMPT, 3, 3, 2, 2, 1, 1, 1, 0.003),
            new Coverage(8, GAP, 0.1));

    /** Works at a desk of variable height and changes about twice an hour. */
    public static final Persona SIT_STAND = new Persona(
            "sit stand",
            new Movement(Spread.minutes(12, 26, 0.35, 60), Spread.minutes(10, 24, 0.35, 60), OFF, 8, 2, 0.1, 0.2),
            new Holding(
                    Spread.minutes(2, 11, 0.6, 60),
                    Spread.seconds(90, 260, 0.6, 1_200),
                    2,
                    1,
                    1,
                    new Angles(25, 33),
                    new Angles(20, 26),
                    20,
                    Cause.LAPTOP),
            new Answering(PROMPT, 5, 3, 2, 1, 0.5, 0.3, 0.5, 0.002),
            new Coverage(3, GAP, 0.1));

    /** Sits for hours on end. */
    public static final Persona NEVER_STANDS = new Persona(
            "never stands",
            new Movement(Spread.minutes(75, 130, 0.4, 300), Spread.minutes(2, 3, 0.3, 6), OFF, 3, 1, 0.1, 0.1),
            new Holding(
                    Spread.minutes(1, 8, 0.7, 60),
                    Spread.minutes(2, 9, 0.6, 40),
                    1,
                    2,
                    1,
                    new Angles(25, 34),
                    new Angles(20, 29),
                    8,
                    Cause.LAPTOP),
            new Answering(SLOW, 2, 2, 3, 2, 2, 2, 2, 0.004),
            new Coverage(2, GAP, 0.1));

    /** Takes the device off between sitting bouts, and forgets it. */
    public static final Persona TAKES_OFF = new Persona(
            "takes off",
            new Movement(
                    Spread.minutes(8, 30, 0.5, 90),
                    Spread.minutes(2, 5, 0.5, 20),
                    Spread.minutes(4, 25, 0.7, 150),
                    1,
                    1,
                    0.5,
                    4),
            new Holding(
                    Spread.minutes(1, 6, 0.7, 60),
                    Spread.seconds(90, 360, 0.7, 1_800),
                    2,
                    1,
                    1,
                    new Angles(25, 36),
                    new Angles(20, 28),
                    15,
                    Cause.SCREEN),
            new Answering(SLOW, 3, 2, 2, 1, 1, 1, 3, 0.003),
            new Coverage(10, GAP, 0.2));

    public static final List<Persona> ALL =
            List.of(UPRIGHT, TYPICAL, SLUMPER, PHONE_USER, SIT_STAND, NEVER_STANDS, TAKES_OFF);

    private Personas() {}
}
