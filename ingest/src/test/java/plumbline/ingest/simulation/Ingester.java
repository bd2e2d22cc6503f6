package plumbline.ingest.simulation;

import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeSource;

/** What the simulated world drives: an ingester between its broker and its log. */
interface Ingester {
    /** A connection begins; {@code source} is its side towards the broker. */
    void connected(IntakeLog log, IntakeSource source);

    void receive(InboundPublish publish);

    /** Hands one message to the log; false where none waits. */
    boolean forward();

    /** The connection is gone. */
    void cut();

    /** Whether it wants another connection: its epoch has ended. */
    boolean isOver();

    int unacknowledged();
}
