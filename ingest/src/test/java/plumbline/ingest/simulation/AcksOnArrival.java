package plumbline.ingest.simulation;

import java.util.function.IntConsumer;
import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeLog;

/** A planted fault: it confirms what it has only received, as an automatic acknowledgement does. */
final class AcksOnArrival extends OurIngester {
    private IntConsumer acknowledge = packetId -> {};

    @Override
    public void connected(IntakeLog log, IntConsumer confirm) {
        acknowledge = confirm;
        super.connected(log, packetId -> {});
    }

    @Override
    public void receive(InboundPublish publish) {
        super.receive(publish);
        acknowledge.accept(publish.packetId());
    }
}
