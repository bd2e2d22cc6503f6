package plumbline.ingest.intake;

import java.util.Optional;

/** Where records are stored. */
public interface IntakeLog {
    /** What came of one append; told once, by any thread. */
    interface Outcome {
        void stored();

        /** It is not stored, and trying it again here does not help. */
        void failed(String cause);
    }

    /** Begins to store {@code record}; may wait while the log is slow or away. */
    void append(IntakeRecord record, Outcome outcome);

    /** Why what it has taken may stay unstored for long, and would not if it were delivered and appended anew. */
    default Optional<String> heldUp() {
        return Optional.empty();
    }
}
