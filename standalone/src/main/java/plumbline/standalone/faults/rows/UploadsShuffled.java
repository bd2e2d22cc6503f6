package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.posture.Shuffled;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.PostureFlow;
import plumbline.standalone.faults.stage.PosturePlan;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** Three uploads in ten come twice, and three in ten late by up to 25 s, so that others overtake them. */
final class UploadsShuffled implements FaultRow {
    private static final long SEED = 42;

    @Override
    public String name() {
        return "17";
    }

    @Override
    public String fault() {
        return "30 % duplicates, 30 % overtaken within the bound";
    }

    @Override
    public String promise() {
        return "identical reminders and episodes";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Reminded reminded = new Reminded();
        PosturePlan plan = PosturePlan.of(stage.scale()).withInstances(1, 0).disturbedBy(new Shuffled(SEED));
        try (PostureFlow flow = stage.postures(plan)) {
            Waiting.pause(stage.scale().lasting(Duration.ofMinutes(5), Duration.ofSeconds(8)));
            reminded.add(flow.settle(findings), "", findings);
        }
        reminded.tell(findings);
    }
}
