package plumbline.standalone.faults.verdict;

/** What became of a promise. */
public enum Outcome {
    KEPT,
    BROKEN,
    /** The row can't run here; the reason is told. */
    SKIPPED
}
