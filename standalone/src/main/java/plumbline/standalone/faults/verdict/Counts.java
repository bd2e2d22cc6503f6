package plumbline.standalone.faults.verdict;

/**
 * Uploads of one row.
 *
 * @param lost acknowledged by the broker, or with resends sent at all, and not stored
 */
public record Counts(long sent, long acknowledged, long stored, long lost, long duplicates, long rejected) {
    /** No upload at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
}
