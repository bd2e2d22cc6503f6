package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Footprint;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.KafkaSite;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** Kafka is away for long: gone, or there and silent. */
abstract class KafkaAway implements FaultRow {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    /** What it may grow by in the second half of the outage, after collections. */
    private static final long FLAT_BYTES = 16L * 1024 * 1024;

    private static final long MEGABYTE = 1024 * 1024;

    abstract Duration length(Stage stage);

    abstract void begin(KafkaSite kafka);

    /** Returns once Kafka serves again. */
    abstract void end(KafkaSite kafka);

    @Override
    public String promise() {
        return "intake pauses, heap flat, no loss; first store 10 s after its return";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration half = length(stage).dividedBy(2);
        Duration within = stage.scale().judged(BACK_WITHIN);
        try (Flow flow = stage.flow()) {
            begin(flow.kafka());
            Waiting.pause(half);
            Footprint midway = flow.ingest().footprint();
            Waiting.pause(half);
            Footprint late = flow.ingest().footprint();
            end(flow.kafka());
            findings.recovered(flow.load().awaitNewStore(within), within);
            flow.settle(findings);
            findings.require(late.heapBytes() - midway.heapBytes() < FLAT_BYTES, "the heap grows while Kafka is away");
            findings.figure(
                    "heap while away", midway.heapBytes() / MEGABYTE + " -> " + late.heapBytes() / MEGABYTE + " MB");
        }
    }

    /** Killed, and started again on its folder. */
    static final class Gone extends KafkaAway {
        @Override
        public String name() {
            return "9";
        }

        @Override
        public boolean isQuick() {
            return false;
        }

        @Override
        public String fault() {
            return "Kafka stopped";
        }

        @Override
        Duration length(Stage stage) {
            return stage.scale().lasting(Duration.ofMinutes(10), Duration.ofSeconds(15));
        }

        @Override
        void begin(KafkaSite kafka) {
            kafka.signal(Signal.KILL);
        }

        @Override
        void end(KafkaSite kafka) {
            kafka.start();
        }
    }

    /** Held still, with its connections open. */
    static final class Silent extends KafkaAway {
        @Override
        public String name() {
            return "10";
        }

        @Override
        public String fault() {
            return "Kafka silent (SIGSTOP)";
        }

        @Override
        Duration length(Stage stage) {
            return stage.scale().lasting(Duration.ofMinutes(3), Duration.ofSeconds(20));
        }

        @Override
        void begin(KafkaSite kafka) {
            kafka.signal(Signal.STOP);
        }

        @Override
        void end(KafkaSite kafka) {
            kafka.signal(Signal.CONT);
        }
    }
}
