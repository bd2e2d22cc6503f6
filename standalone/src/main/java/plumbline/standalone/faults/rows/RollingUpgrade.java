package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Instance;
import plumbline.standalone.faults.stage.PostureFlow;
import plumbline.standalone.faults.stage.PosturePlan;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** Streams finds states that an older version wrote mid-episode, and its instances are replaced one by one. */
final class RollingUpgrade implements FaultRow {
    private static final Duration GONE_ON_WITHIN = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "26";
    }

    @Override
    public String fault() {
        return "rolling upgrade, from the state format before";
    }

    @Override
    public String promise() {
        return "open episodes go on; same reminders by id";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Reminded reminded = new Reminded();
        int rounds = stage.scale().times(5, 1);
        Duration within = stage.scale().judged(GONE_ON_WITHIN);
        try (PostureFlow flow = stage.upgraded(PosturePlan.of(stage.scale()))) {
            for (int round = 0; round < rounds; round++) {
                for (Instance instance : flow.instances()) {
                    Waiting.pause(stage.scale().lasting(Duration.ofSeconds(10), Duration.ofSeconds(1)));
                    instance.process().close();
                    instance.process().restart();
                    findings.recovered(flow.failover(within), within);
                }
            }
            reminded.add(flow.settle(findings), "", findings);
        }
        reminded.tell(findings);
        findings.figure("instances replaced", rounds * 2);
    }
}
