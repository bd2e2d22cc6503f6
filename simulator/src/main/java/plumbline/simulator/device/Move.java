package plumbline.simulator.device;

/** What a wearer does with its body because of a reminder. */
enum Move {
    NONE,
    CORRECT,
    STAND_UP
}
