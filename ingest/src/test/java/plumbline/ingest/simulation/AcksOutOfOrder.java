package plumbline.ingest.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeSource;

/** A planted fault: it confirms each message once it is stored, whatever came before it. */
final class AcksOutOfOrder extends OurIngester {
    private final Deque<Integer> received = new ArrayDeque<>();

    @Override
    public void connected(IntakeLog log, IntakeSource source) {
        received.clear();
        super.connected(
                (record, outcome) -> {
                    int packetId = received.remove();
                    log.append(record, new IntakeLog.Outcome() {
                        @Override
                        public void stored() {
                            if (!isOver()) {
                                source.acknowledge(packetId);
                            }
                            outcome.stored();
                        }

                        @Override
                        public void failed(String cause) {
                            outcome.failed(cause);
                        }
                    });
                },
                packetId -> {});
    }

    @Override
    public void receive(InboundPublish publish) {
        received.add(publish.packetId());
        super.receive(publish);
    }
}
