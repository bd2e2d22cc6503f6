package plumbline.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.operator.ServiceException;
import plumbline.ingest.kafka.ParkedFeed;

/** Takes what was parked to its partition once that is back. */
final class ParkedLoop {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final KafkaEndpoint kafka;
    private final String member;
    private final Counter home;

    /** @param member names this ingester to the others that share the work */
    ParkedLoop(KafkaEndpoint kafka, String member, MeterRegistry registry) {
        this.kafka = kafka;
        this.member = member;
        this.home = Counter.builder("plumbline.ingest.parked.home")
                .description("Parked messages taken to their partition")
                .register(registry);
    }

    String run(RetriedTask task) throws InterruptedException {
        try (ParkedFeed feed = ParkedFeed.open(kafka, member)) {
            while (!task.isStopping()) {
                ParkedFeed.Round round = feed.bringHome();
                home.increment(round.home());
                task.succeeded();
                if (round.isWaiting()) {
                    task.pause(LOOK_AGAIN);
                }
            }
            return "stopped";
        } catch (ServiceException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
