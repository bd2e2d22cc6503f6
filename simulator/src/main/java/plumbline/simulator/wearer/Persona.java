package plumbline.simulator.wearer;

/**
 * The kinds of wearers there are. The numbers are not measured on people: they are chosen so that each rule of the
 * detector meets somebody who keeps it, somebody who breaks it and somebody at its edge, in a working day.
 */
public enum Persona {
    /** Holds itself well and takes breaks; spells stay under every limit. */
    UPRIGHT(
            new Movement(Spread.minutes(8, 22, 0.4, 29), Spread.minutes(3, 6, 0.4, 20), Personas.OFF, 3, 4, 0.1, 0.2),
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
            new Answering(Personas.PROMPT, 6, 3, 1, 0.3, 0.2, 0.2, 0.3, 0.001),
            new Coverage(1, Personas.GAP, 0.05)),

    /** An office day: some spells grow long, most do not. */
    TYPICAL(
            new Movement(Spread.minutes(10, 38, 0.5, 120), Spread.minutes(2, 5, 0.5, 20), Personas.OFF, 2, 3, 0.2, 0.3),
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
            new Answering(Personas.PROMPT, 4, 3, 2, 1, 1, 0.5, 1, 0.003),
            new Coverage(4, Personas.GAP, 0.1)),

    /** Sinks into the chair for long spells, neck and shoulders together. */
    SLUMPER(
            new Movement(Spread.minutes(20, 55, 0.5, 180), Spread.minutes(2, 4, 0.5, 15), Personas.OFF, 2, 2, 0.3, 0.2),
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
            new Answering(Personas.SLOW, 4, 3, 2, 1, 1, 1, 1, 0.005),
            new Coverage(3, Personas.GAP, 0.1)),

    /** Bends the neck deeply over a phone, often and standing too; the shoulders are fine. */
    PHONE_USER(
            new Movement(Spread.minutes(8, 30, 0.6, 120), Spread.minutes(3, 8, 0.6, 40), Personas.OFF, 3, 2, 0.5, 0.2),
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
            new Answering(Personas.PROMPT, 3, 3, 2, 2, 1, 1, 1, 0.003),
            new Coverage(8, Personas.GAP, 0.1)),

    /** Works at a desk of variable height and changes about twice an hour. */
    SIT_STAND(
            new Movement(
                    Spread.minutes(12, 26, 0.35, 60), Spread.minutes(10, 24, 0.35, 60), Personas.OFF, 8, 2, 0.1, 0.2),
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
            new Answering(Personas.PROMPT, 5, 3, 2, 1, 0.5, 0.3, 0.5, 0.002),
            new Coverage(3, Personas.GAP, 0.1)),

    /** Sits for hours on end. */
    NEVER_STANDS(
            new Movement(Spread.minutes(75, 130, 0.4, 300), Spread.minutes(2, 3, 0.3, 6), Personas.OFF, 3, 1, 0.1, 0.1),
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
            new Answering(Personas.SLOW, 2, 2, 3, 2, 2, 2, 2, 0.004),
            new Coverage(2, Personas.GAP, 0.1)),

    /** Takes the device off between sitting bouts, and forgets it. */
    TAKES_OFF(
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
            new Answering(Personas.SLOW, 3, 2, 2, 1, 1, 1, 3, 0.003),
            new Coverage(10, Personas.GAP, 0.2));

    private final Movement movement;
    private final Holding holding;
    private final Answering answering;
    private final Coverage coverage;

    Persona(Movement movement, Holding holding, Answering answering, Coverage coverage) {
        this.movement = movement;
        this.holding = holding;
        this.answering = answering;
        this.coverage = coverage;
    }

    Movement movement() {
        return movement;
    }

    Holding holding() {
        return holding;
    }

    public Answering answering() {
        return answering;
    }

    public Coverage coverage() {
        return coverage;
    }
}
