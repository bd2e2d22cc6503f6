package plumbline.ingest;

import java.time.Duration;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.operator.ServiceException;
import plumbline.ingest.kafka.ParkedFeed;

/** Takes what was parked to its partition once that is back. */
final class ParkedLoop {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final KafkaEndpoint kafka;
    private final String member;

    /** @param member names this ingester to the others that share the work */
    ParkedLoop(KafkaEndpoint kafka, String member) {
        this.kafka = kafka;
        this.member = member;
    }

    RetriedTask task() {
        return new RetriedTask("ingest-parked", "what was parked stays there", this::run);
    }

    private String run(RetriedTask task) throws InterruptedException {
        try (ParkedFeed feed = ParkedFeed.open(kafka, member)) {
            while (!task.isStopping()) {
                if (!feed.bringHome()) {
                    task.pause(LOOK_AGAIN);
                }
                task.succeeded();
            }
            return "stopped";
        } catch (ServiceException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
