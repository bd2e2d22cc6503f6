package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Leaks;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The connection between the broker and the ingester is cut again and again. */
final class TcpCut implements FaultRow {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "2";
    }

    @Override
    public String fault() {
        return "TCP cut every 0.3 to 1.2 s";
    }

    @Override
    public String promise() {
        return "no loss, no leak";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofMinutes(5), Duration.ofSeconds(10));
        Duration within = stage.scale().judged(BACK_WITHIN);
        try (Flow flow = stage.flow()) {
            Leaks leaks = Leaks.since(flow.ingest());
            int cuts = cut(stage, flow, length);
            findings.recovered(flow.load().awaitStore(within), within);
            flow.settle(findings);
            leaks.until(flow.ingest(), findings);
            findings.figure("cuts", cuts);
        }
    }

    static int cut(Stage stage, Flow flow, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        int cuts = 0;
        while (System.nanoTime() < end) {
            stage.pause(Duration.ofMillis(300), Duration.ofMillis(1_200));
            flow.mqttProxy().cut();
            cuts++;
        }
        return cuts;
    }
}
