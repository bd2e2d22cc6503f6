package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** Every tenth upload can't be read. */
final class Poison implements FaultRow {
    private static final double SHARE = 0.1;
    private static final double LEAST_THROUGHPUT = 0.9;

    @Override
    public String name() {
        return "20";
    }

    @Override
    public String fault() {
        return "10 % poison";
    }

    @Override
    public String promise() {
        return "each a dead letter; 90 % of the throughput without";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofSeconds(60), Duration.ofSeconds(8));
        double without;
        try (Flow flow = stage.flow()) {
            without = flow.load().storedPerSecond(length);
            flow.settle(findings);
        }
        try (Flow flow = stage.poisonedFlow(SHARE)) {
            double with = flow.load().storedPerSecond(length);
            flow.settle(findings);
            // each device sends its share of poison, rounded down
            long least =
                    Math.round(SHARE * flow.load().stored()) - stage.scale().devices();
            findings.require(
                    flow.load().report().rejected() >= least,
                    flow.load().report().rejected() + " dead letters, not " + least);
            findings.require(with >= LEAST_THROUGHPUT * without, "the throughput falls");
            findings.figure("stored/s", Math.round(without) + " -> " + Math.round(with));
            findings.figure("dead letters", flow.load().report().rejected());
        }
    }
}
