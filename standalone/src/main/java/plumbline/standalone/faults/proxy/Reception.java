package plumbline.standalone.faults.proxy;

/** What becomes of a new connection. */
public enum Reception {
    PASS,
    /** Nobody listens. */
    REFUSE,
    CLOSE,
    /** Taken, and never answered. */
    SILENCE,
    CLOSE_AFTER_A_BYTE
}
