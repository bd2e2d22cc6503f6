package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Load;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** One device sends as much as several thousand. */
final class OneFloods implements FaultRow {
    private static final int MOST = 2;

    @Override
    public String name() {
        return "21";
    }

    @Override
    public String fault() {
        return "one device floods 10,000 uploads/s";
    }

    @Override
    public String promise() {
        return "the others' p99 at most twice what it was";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofSeconds(60), Duration.ofSeconds(10));
        int flooding = stage.scale().times(10_000, 1_500);
        try (Flow flow = stage.flow()) {
            flow.load().slowest(length.dividedBy(2));
            Duration before = flow.load().slowest(length);
            Load flood = flow.flood(flooding);
            flood.awaitStore(length);
            Duration during = flow.load().slowest(length);
            findings.figure("flood sent/s", Math.round(flood.sentPerSecond(length.dividedBy(2))));
            flood.stopSending();
            flow.settle(findings);
            findings.require(during.compareTo(before.multipliedBy(MOST)) <= 0, "the others wait longer");
            findings.figure("p99", before.toMillis() + " -> " + during.toMillis() + " ms");
            long lost = flood.settled(stage.scale().settledWithin()).lost();
            findings.require(lost == 0, lost + " of the flood lost");
        }
    }
}
