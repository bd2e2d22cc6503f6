package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The MQTT broker is killed and started again: on what it has kept, or on nothing. */
abstract class BrokerKilled implements FaultRow {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    abstract Flow flow(Stage stage);

    /** What is to be seen before all is counted. */
    abstract void alsoRun(Stage stage, Findings findings);

    @Override
    public void run(Stage stage, Findings findings) {
        alsoRun(stage, findings);
        try (Flow flow = flow(stage)) {
            findings.figure("kills", kill(stage, flow, findings));
            flow.settle(findings);
        }
    }

    static int kill(Stage stage, Flow flow, Findings findings) {
        int kills = stage.scale().times(10, 2);
        Duration within = stage.scale().judged(BACK_WITHIN);
        for (int kill = 0; kill < kills; kill++) {
            stage.pause(Duration.ofSeconds(2), Duration.ofSeconds(4));
            flow.mqtt().signal(Signal.KILL);
            flow.mqtt().restart();
            findings.recovered(flow.load().awaitStore(within), within);
        }
        return kills;
    }

    /** It has saved all but what it acknowledged last, and devices send that again. */
    static final class Durable extends BrokerKilled {
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
            return "no loss end to end; without the watermark at most what the broker had not saved";
        }

        @Override
        public boolean isQuick() {
            return false;
        }

        @Override
        Flow flow(Stage stage) {
            return stage.flowWithResends();
        }

        @Override
        void alsoRun(Stage stage, Findings findings) {
            try (Flow flow = stage.flow()) {
                int kills = kill(stage, flow, findings);
                long lost = flow.count(findings);
                long unsaved =
                        Math.round(kills * UNSAVED_SECONDS * stage.scale().uploadsPerSecond());
                findings.require(lost <= unsaved, lost + " lost without the watermark, more than " + unsaved);
                findings.figure("lost by the broker, without the watermark", lost);
            }
        }
    }

    /** It has kept nothing, and devices send again what they have not heard to be stored. */
    static final class Forgetful extends BrokerKilled {
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
        Flow flow(Stage stage) {
            return stage.forgetfulFlowWithResends();
        }

        @Override
        void alsoRun(Stage stage, Findings findings) {}
    }
}
