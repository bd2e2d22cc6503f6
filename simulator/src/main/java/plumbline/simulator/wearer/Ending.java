package plumbline.simulator.wearer;

/** What ended a spell. */
public enum Ending {
    /** The wearer would have done so anyway. */
    OWN_ACCORD,
    /** The wearer heeded a reminder. */
    REMINDER,
    /** The simulation stopped while the spell went on. */
    END_OF_RUN
}
