package plumbline.standalone.faults.rows;

import java.time.Duration;
import java.util.Optional;
import plumbline.standalone.faults.process.SmallDisk;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.KafkaSite;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** Kafka's only disk is full: the broker ends, and is started again once there is room. */
final class DiskFull implements FaultRow {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    @Override
    public String name() {
        return "13";
    }

    @Override
    public String fault() {
        return "Kafka's disk full";
    }

    @Override
    public String promise() {
        return "intake pauses, no loss; first store 10 s after the broker's return";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public Optional<String> lacks() {
        return SmallDisk.lacks();
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofSeconds(60), Duration.ofSeconds(10));
        Duration within = stage.scale().judged(BACK_WITHIN);
        try (SmallDisk disk = stage.smallDisk();
                KafkaSite kafka = stage.kafkaOn(disk);
                Flow flow = stage.with(kafka).flow()) {
            disk.fill();
            Duration ended = Waiting.took(ENDS_WITHIN, LOOK_EVERY, () -> !kafka.isAlive());
            findings.figure("broker ended after", ended.compareTo(ENDS_WITHIN) < 0 ? Findings.seconds(ended) : "never");
            Waiting.pause(length);
            disk.free();
            kafka.restart();
            findings.recovered(flow.load().awaitNewStore(within), within);
            flow.settle(findings);
        }
    }
}
