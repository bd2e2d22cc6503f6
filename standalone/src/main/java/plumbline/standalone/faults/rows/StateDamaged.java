package plumbline.standalone.faults.rows;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import plumbline.standalone.faults.process.LocalState;
import plumbline.standalone.faults.stage.Instance;
import plumbline.standalone.faults.stage.PostureFlow;
import plumbline.standalone.faults.stage.PosturePlan;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The local state of the only instance of streams is deleted, or its files are overwritten in part, while it is down. */
final class StateDamaged implements FaultRow {
    private static final Duration GONE_ON_WITHIN = Duration.ofSeconds(30);
    private static final long SEED = 42;

    /** Names of files: the records, the lists of files that hold them, and whatever there is. */
    private static final List<String> BROKEN = List.of(".*\\.sst", "CURRENT", "MANIFEST-.*", ".*");

    @Override
    public String name() {
        return "16";
    }

    @Override
    public String fault() {
        return "local state of streams deleted, or its files corrupted";
    }

    @Override
    public String promise() {
        return "rebuilt from Kafka; same reminders by id";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        PosturePlan alone = PosturePlan.of(stage.scale()).withInstances(1, 0);
        List<PosturePlan> plans = stage.scale().isQuick() ? List.of(alone) : List.of(alone, alone.atLeastOnce());
        List<String> broken = BROKEN.subList(0, stage.scale().times(BROKEN.size(), 1));
        Reminded reminded = new Reminded();
        for (PosturePlan plan : plans) {
            SplittableRandom random = new SplittableRandom(SEED);
            try (PostureFlow flow = stage.postures(plan)) {
                damage(stage, flow, findings, LocalState::delete);
                for (String files : broken) {
                    damage(
                            stage,
                            flow,
                            findings,
                            state -> findings.require(state.corrupt(files, random) > 0, "there is no file " + files));
                }
                reminded.add(flow.settle(findings), plan.words(), findings);
            }
        }
        reminded.tell(findings);
        findings.figure("damages", plans.size() * (1 + broken.size()));
    }

    /** What is done to a folder that no process uses. */
    private interface Damage {
        void to(LocalState state);
    }

    private static void damage(Stage stage, PostureFlow flow, Findings findings, Damage damage) {
        Instance only = flow.instances().get(0);
        // In order: a killed one distrusts its state anyway.
        only.process().close();
        damage.to(only.state());
        only.process().restart();
        Duration within = stage.scale().judged(GONE_ON_WITHIN);
        findings.recovered(flow.failover(within), within);
    }
}
