package plumbline.standalone.faults.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Instance;
import plumbline.standalone.faults.stage.PostureFlow;
import plumbline.standalone.faults.stage.PosturePlan;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** An instance of streams is added, then one is stopped in order, and so on: their partitions wander. */
final class InstancesComeAndGo implements FaultRow {
    private static final int MOST = 3;

    @Override
    public String name() {
        return "15";
    }

    @Override
    public String fault() {
        return "an instance of streams added or removed, by turns";
    }

    @Override
    public String promise() {
        return "same reminders by id";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        int changes = stage.scale().times(30, 4);
        Duration every = stage.scale().lasting(Duration.ofSeconds(20), Duration.ofSeconds(4));
        Reminded reminded = new Reminded();
        try (PostureFlow flow = stage.postures(PosturePlan.of(stage.scale()))) {
            List<Instance> here = new ArrayList<>(flow.instances());
            List<Instance> away = new ArrayList<>();
            for (int change = 0; change < changes; change++) {
                Waiting.pause(every);
                if (here.size() == MOST) {
                    Instance leaving = here.remove(stage.oneOf(here.size()));
                    leaving.process().close();
                    away.add(leaving);
                } else if (away.isEmpty()) {
                    here.add(flow.add());
                } else {
                    Instance back = away.remove(0);
                    back.process().restart();
                    here.add(back);
                }
            }
            reminded.add(flow.settle(findings), "", findings);
        }
        reminded.tell(findings);
        findings.figure("added or removed", changes);
    }
}
