package plumbline.streams.settings;

/** How bad time adds up for the neck. */
public enum Dose {
    /** Every second counts the same. */
    TIME,
    /** A steeper angle counts faster: the endurance limits of ISO 11226. */
    ISO11226
}
