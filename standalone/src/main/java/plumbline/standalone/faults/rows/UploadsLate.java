package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.posture.Comparison;
import plumbline.standalone.faults.posture.LateUploads;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.PostureFlow;
import plumbline.standalone.faults.stage.PosturePlan;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** Beside what wearers do now comes what they did an hour, a day or a month ago. */
final class UploadsLate implements FaultRow {
    @Override
    public String name() {
        return "18";
    }

    @Override
    public String fault() {
        return "uploads late by 1 h, nearly 1 d, 30 d beside those of now";
    }

    @Override
    public String promise() {
        return "history only, and that in full: no reminder from them, all others as without";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Reminded reminded = new Reminded();
        LateUploads late = new LateUploads();
        PosturePlan plan = PosturePlan.of(stage.scale()).withInstances(1, 0).disturbedBy(late);
        try (PostureFlow flow = stage.postures(plan)) {
            Waiting.pause(stage.scale().lasting(Duration.ofMinutes(2), Duration.ofSeconds(5)));
            Comparison found = flow.settle(findings);
            reminded.add(found, "", findings);
            findings.require(
                    flow.deadLetters() == late.ancient(),
                    late.ancient() + " a month late, and " + flow.deadLetters() + " dead letters");
            findings.require(found.past() > 0, "nothing of the past was told");
            reminded.tell(findings);
            findings.figure("episodes of the past", found.past());
            findings.figure("dead letters", flow.deadLetters());
        }
    }
}
