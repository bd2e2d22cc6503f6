package plumbline.ingest.intake;

/** The connection that brings the messages of an epoch; called by one thread at a time. */
public interface IntakeSource {
    /** Confirms a message. */
    void acknowledge(int packetId);

    /** Whether it may bring more for now. What it has read already may still come. */
    default void mayBring(boolean more) {}
}
