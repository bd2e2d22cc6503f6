package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The MQTT broker is killed and started again on what it has kept. */
final class BrokerKilled implements FaultRow {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    /** Mosquitto acknowledges before it saves: for so long at most. */
    private static final double UNSAVED_SECONDS = 1.5;

    @Override
    public String name() {
        return "5";
    }

    @Override
    public String fault() {
        return "MQTT broker killed (SIGKILL), durable settings";
    }

    @Override
    public String promise() {
        return "at most what the broker had not saved: a second of uploads each time";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public void run(Stage stage, Findings findings) {
        int kills = stage.scale().times(10, 2);
        try (Flow flow = stage.flow()) {
            for (int kill = 0; kill < kills; kill++) {
                stage.pause(Duration.ofSeconds(2), Duration.ofSeconds(4));
                flow.mqtt().signal(Signal.KILL);
                flow.mqtt().restart();
                findings.recovered(flow.awaitStore(BACK_WITHIN), BACK_WITHIN);
            }
            long lost = flow.count(findings);
            long unsaved = Math.round(kills * UNSAVED_SECONDS * stage.scale().uploadsPerSecond());
            findings.require(lost <= unsaved, lost + " lost, more than the " + unsaved + " of the seconds unsaved");
        }
        findings.figure("kills", kills);
    }
}
