package plumbline.standalone.faults.rows;

import java.time.Duration;
import java.util.List;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.stage.Instance;
import plumbline.standalone.faults.stage.PostureFlow;
import plumbline.standalone.faults.stage.PosturePlan;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** Instances of streams are killed at random moments, in the middle of episodes: with and without transactions and copies. */
final class StreamsKilled implements FaultRow {
    private static final Duration GONE_ON_WITHIN = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "14";
    }

    @Override
    public String fault() {
        return "streams killed (SIGKILL) mid-episode";
    }

    @Override
    public String promise() {
        return "same reminders by id; goes on in 15 s";
    }

    private static List<PosturePlan> plans(Stage stage) {
        PosturePlan plan = PosturePlan.of(stage.scale());
        PosturePlan bare = plan.withInstances(2, 0);
        PosturePlan alone = plan.withInstances(1, 0);
        return stage.scale().isQuick()
                ? List.of(plan, alone.atLeastOnce())
                : List.of(plan, bare, alone, plan.atLeastOnce(), bare.atLeastOnce(), alone.atLeastOnce());
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Reminded reminded = new Reminded();
        int kills = stage.scale().times(5, 1);
        Duration within = stage.scale().judged(GONE_ON_WITHIN);
        List<PosturePlan> plans = plans(stage);
        for (PosturePlan plan : plans) {
            try (PostureFlow flow = stage.postures(plan)) {
                for (int kill = 0; kill < kills; kill++) {
                    stage.pause(Duration.ofSeconds(1), Duration.ofSeconds(4));
                    Instance hit = flow.instances().get(stage.oneOf(plan.instances()));
                    hit.process().signal(Signal.KILL);
                    if (plan.instances() == 1) {
                        hit.process().restart();
                    }
                    findings.recovered(flow.failover(within), within);
                    if (plan.instances() > 1) {
                        hit.process().restart();
                        hit.process().awaitReady();
                    }
                }
                reminded.add(flow.settle(findings), plan.words(), findings);
            }
        }
        reminded.tell(findings);
        findings.figure("kills", kills * plans.size());
    }
}
