package plumbline.ingest.simulation;

import java.util.function.IntConsumer;
import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeLog;

/** What the simulated world drives: an ingester between its broker and its log. */
interface Ingester {
    /** A connection begins; {@code acknowledge} confirms on it. */
    void connected(IntakeLog log, IntConsumer acknowledge);

    void receive(InboundPublish publish);

    /** Hands one message to the log; false where none waits. */
    boolean forward();

    /** The connection is gone. */
    void cut();

    /** Whether it wants another connection: its epoch has ended. */
    boolean isOver();

    int unacknowledged();
}
