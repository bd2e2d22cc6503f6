package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Leaks;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** Twice as much is sent as can be stored. */
final class Overload implements FaultRow {
    private static final int FAR_TOO_MUCH = 30_000;
    private static final int TIMES_CAPACITY = 2;

    @Override
    public String name() {
        return "22";
    }

    @Override
    public String fault() {
        return "twice the capacity";
    }

    @Override
    public String promise() {
        return "heap bounded, drains, no loss";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public void run(Stage stage, Findings findings) {
        int capacity = capacity(stage);
        Duration length = stage.scale().lasting(Duration.ofMinutes(5), Duration.ofSeconds(15));
        try (Flow flow = stage.flow(TIMES_CAPACITY * capacity)) {
            Leaks leaks = Leaks.since(flow.ingest());
            long stored = flow.load().stored();
            findings.figure("sent/s", Math.round(flow.load().sentPerSecond(length)));
            findings.figure("stored/s", (flow.load().stored() - stored) / length.toSeconds());
            long waiting = flow.load().report().lost();
            long begin = System.nanoTime();
            flow.settle(findings);
            findings.figure("capacity", capacity);
            findings.figure("waiting at its end", waiting);
            findings.figure("drained in", Findings.seconds(Duration.ofNanos(System.nanoTime() - begin)));
            leaks.until(flow.ingest(), findings);
        }
    }

    /** What is stored a second where far more is sent. */
    private static int capacity(Stage stage) {
        Duration length = stage.scale().lasting(Duration.ofSeconds(20), Duration.ofSeconds(5));
        try (Flow flow = stage.flow(FAR_TOO_MUCH)) {
            return (int) flow.load().storedPerSecond(length);
        }
    }
}
