package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The MQTT broker is held still, while its connections stay open. */
final class BrokerSilent implements FaultRow {
    private static final Duration NOTICED_WITHIN = MqttClientSettings.KEEP_ALIVE.multipliedBy(2);

    /** For quick runs, on machines that may be slow or busy. */
    private static final Duration NOTICED_WITHIN_QUICK = NOTICED_WITHIN.plusSeconds(15);

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
        return "noticed within 2 x keep-alive (30 s), no loss";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofSeconds(60), Duration.ofSeconds(50));
        Duration noticedWithin = stage.scale().lasting(NOTICED_WITHIN, NOTICED_WITHIN_QUICK);
        Duration backWithin = stage.scale().judged(BACK_WITHIN);
        try (Flow flow = stage.flow()) {
            flow.mqtt().signal(Signal.STOP);
            Duration noticed =
                    Waiting.took(noticedWithin, LOOK_EVERY, () -> flow.ingest().saysNotReady());
            findings.require(
                    noticed.compareTo(noticedWithin) < 0, "not noticed within " + Findings.seconds(noticedWithin));
            findings.figure("noticed after", Findings.seconds(noticed));
            Waiting.pause(length.minus(noticed));
            flow.mqtt().signal(Signal.CONT);
            findings.recovered(flow.load().awaitStore(backWithin), backWithin);
            flow.settle(findings);
        }
    }
}
