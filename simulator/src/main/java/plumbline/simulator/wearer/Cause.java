package plumbline.simulator.wearer;

/** What makes a simulated wearer hold a posture. */
public enum Cause {
    SCREEN,
    LAPTOP,
    PHONE,
    SLUMPING,
    DESK_WORK
}
