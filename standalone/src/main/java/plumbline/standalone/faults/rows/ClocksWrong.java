package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.posture.WrongClocks;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.PostureFlow;
import plumbline.standalone.faults.stage.PosturePlan;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The clocks of some devices are ahead, behind, stepped or frozen. */
final class ClocksWrong implements FaultRow {
    @Override
    public String name() {
        return "19";
    }

    @Override
    public String fault() {
        return "clocks +2 h, +1 d, +10 y, -1 d, stepped, frozen on 5 % of devices";
    }

    @Override
    public String promise() {
        return "the others' reminders and episodes identical";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Reminded reminded = new Reminded();
        // With few devices a larger share, so that there is each kind of clock.
        int oneOf = stage.scale().times(20, 10);
        PosturePlan plan = PosturePlan.of(stage.scale()).withInstances(1, 0).disturbedBy(new WrongClocks(oneOf));
        try (PostureFlow flow = stage.postures(plan)) {
            Waiting.pause(stage.scale().lasting(Duration.ofMinutes(2), Duration.ofSeconds(5)));
            reminded.add(flow.settle(findings), "", findings);
            reminded.tell(findings);
            findings.figure("wrong clocks", plan.devices() / oneOf);
            findings.figure("dead letters", flow.deadLetters());
        }
    }
}
