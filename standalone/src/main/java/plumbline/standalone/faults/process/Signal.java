package plumbline.standalone.faults.process;

/** What a process is told by the system. */
public enum Signal {
    /** Ends it at once, wherever it is. */
    KILL,
    /** Holds it still: its connections stay open and silent. */
    STOP,
    /** Lets it go on after {@link #STOP}. */
    CONT,
    /** Asks it to end. */
    TERM
}
