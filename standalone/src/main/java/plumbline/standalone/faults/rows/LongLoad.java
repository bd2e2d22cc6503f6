package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Leaks;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** Nothing is broken, for long, in a small heap. */
final class LongLoad implements FaultRow {
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "27";
    }

    @Override
    public String fault() {
        return "full load on a heap of 256 MB";
    }

    @Override
    public String promise() {
        return "no memory runs out, flat, no loss";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofMinutes(30), Duration.ofSeconds(15));
        try (Flow flow = stage.flow()) {
            Waiting.pause(WARM_UP);
            Leaks leaks = Leaks.since(flow.ingest());
            findings.figure("stored/s", Math.round(flow.load().storedPerSecond(length)));
            leaks.until(flow.ingest(), findings);
            flow.settle(findings);
        }
    }
}
