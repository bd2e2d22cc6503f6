package plumbline.ingest.simulation;

import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeSource;

/** A planted fault: it waits for a partition that is away, and with it for all others, as confirmations go in order. */
final class WaitsForAPartition extends OurIngester {
    @Override
    public void connected(IntakeLog log, IntakeSource source) {
        super.connected(log::append, source);
    }
}
