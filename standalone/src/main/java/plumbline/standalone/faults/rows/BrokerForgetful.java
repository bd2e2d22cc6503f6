package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** An MQTT broker that keeps nothing is killed, while devices keep what they have not heard to be stored. */
final class BrokerForgetful implements FaultRow {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "6";
    }

    @Override
    public String fault() {
        return "MQTT broker killed (SIGKILL), default settings; devices send again";
    }

    @Override
    public String promise() {
        return "no loss end to end";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        int kills = stage.scale().times(10, 2);
        try (Flow flow = stage.forgetfulFlowWithResends()) {
            for (int kill = 0; kill < kills; kill++) {
                stage.pause(Duration.ofSeconds(2), Duration.ofSeconds(4));
                flow.mqtt().signal(Signal.KILL);
                flow.mqtt().restart();
                findings.recovered(flow.awaitStore(BACK_WITHIN), BACK_WITHIN);
            }
            flow.settle(findings);
        }
        findings.figure("kills", kills);
    }
}
