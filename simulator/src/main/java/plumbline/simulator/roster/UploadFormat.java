package plumbline.simulator.roster;

/** In which form the devices of a simulation send their uploads. */
public enum UploadFormat {
    /** Half of the devices each. */
    MIXED,
    JSON,
    BINARY
}
