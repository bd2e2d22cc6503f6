package plumbline.ingest.intake;

/** The connection that brings the messages of an epoch; called by one thread at a time. */
public interface IntakeSource {
    /** Confirms a message. */
    void acknowledge(int packetId);

    /** Whether it is to bring nothing for now. What it has read already may still come. */
    default void pause(boolean now) {}
}
