package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.proxy.Slowness;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The way to Kafka is long and narrow. */
final class KafkaSlow implements FaultRow {
    private static final Slowness SLOW = new Slowness(Duration.ofMillis(200), 1_000_000);
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "11";
    }

    @Override
    public String fault() {
        return "Kafka slow (200 ms each way, 1 MB/s)";
    }

    @Override
    public String promise() {
        return "slower, nothing lost";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofSeconds(60), Duration.ofSeconds(10));
        Duration within = stage.scale().judged(GOES_ON_WITHIN);
        try (Flow flow = stage.flow()) {
            flow.kafka().slow(SLOW);
            findings.recovered(flow.load().awaitStore(within), within);
            findings.figure("stored/s while slow", Math.round(flow.load().storedPerSecond(length)));
            flow.kafka().slow(Slowness.NONE);
            flow.settle(findings);
        }
    }
}
