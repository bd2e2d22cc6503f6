package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The ingester is killed at random moments, and started again at once. */
final class IngestKilled implements FaultRow {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(8);

    /** What it had handed to Kafka may still arrive; no Java program starts in this time. */
    private static final Duration LAST_STORES = Duration.ofMillis(200);

    @Override
    public String name() {
        return "1";
    }

    @Override
    public String fault() {
        return "ingest killed (SIGKILL) at random";
    }

    @Override
    public String promise() {
        return "no acknowledged upload lost; back in 8 s";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        int kills = stage.scale().times(20, 3);
        Duration within = stage.scale().judged(BACK_WITHIN);
        try (Flow flow = stage.flow()) {
            for (int kill = 0; kill < kills; kill++) {
                stage.pause(Duration.ofMillis(200), Duration.ofSeconds(3));
                flow.ingest().signal(Signal.KILL);
                flow.ingest().restart();
                Waiting.pause(LAST_STORES);
                findings.recovered(flow.load().awaitStore(within).plus(LAST_STORES), within);
            }
            flow.settle(findings);
        }
        findings.figure("kills", kills);
    }
}
