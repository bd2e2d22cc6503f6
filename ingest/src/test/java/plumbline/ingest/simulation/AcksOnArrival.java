package plumbline.ingest.simulation;

import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeSource;

/** A planted fault: it confirms what it has only received, as an automatic acknowledgement does. */
final class AcksOnArrival extends OurIngester {
    private IntakeSource source = packetId -> {};

    @Override
    public void connected(IntakeLog log, IntakeSource opened) {
        source = opened;
        super.connected(log, packetId -> {});
    }

    @Override
    public void receive(InboundPublish publish) {
        super.receive(publish);
        source.acknowledge(publish.packetId());
    }
}
