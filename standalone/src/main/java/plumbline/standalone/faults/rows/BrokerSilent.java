package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The MQTT broker is held still, while its connections stay open. */
final class BrokerSilent implements FaultRow {
    /** Twice the ingester's keep-alive, and a second for its timer and ours. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(31);

    private static final Duration BACK_WITHIN = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    @Override
    public String name() {
        return "4";
    }

    @Override
    public String fault() {
        return "MQTT broker silent (SIGSTOP)";
    }

    @Override
    public String promise() {
        return "noticed within 2 x keep-alive and a second (31 s), no loss";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofSeconds(60), Duration.ofSeconds(35));
        try (Flow flow = stage.flow()) {
            flow.mqtt().signal(Signal.STOP);
            Duration noticed = Waiting.took(
                    NOTICED_WITHIN, LOOK_EVERY, () -> !flow.ingest().isReady());
            findings.require(noticed.compareTo(NOTICED_WITHIN) < 0, "not noticed within 2 x keep-alive and a second");
            findings.figure("noticed after", Findings.seconds(noticed));
            Waiting.pause(length.minus(noticed));
            flow.mqtt().signal(Signal.CONT);
            findings.recovered(flow.load().awaitStore(BACK_WITHIN), BACK_WITHIN);
            flow.settle(findings);
        }
    }
}
