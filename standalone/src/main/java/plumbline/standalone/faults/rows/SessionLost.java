package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.SessionThief;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The broker forgets the ingester's session. */
final class SessionLost implements FaultRow {
    private static final Duration ALARM_WITHIN = Duration.ofSeconds(10);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final String LOST = "plumbline_ingest_sessions_lost_total";

    @Override
    public String name() {
        return "7";
    }

    @Override
    public String fault() {
        return "session lost at the broker; devices send again";
    }

    @Override
    public String promise() {
        return "alarm, subscribed again, first store 2 s after it, no wrong ack, no loss";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        int thefts = stage.scale().times(10, 2);
        Duration alarmWithin = stage.scale().judged(ALARM_WITHIN);
        Duration backWithin = stage.scale().judged(BACK_WITHIN);
        try (Flow flow = stage.flowWithResends()) {
            for (int theft = 0; theft < thefts; theft++) {
                double lost = flow.ingest().metric(LOST);
                SessionThief.steal(flow.mqtt().endpoint(), flow.ingestClientId());
                Duration alarm = Waiting.took(
                        alarmWithin, LOOK_EVERY, () -> flow.ingest().metric(LOST) > lost);
                findings.require(alarm.compareTo(alarmWithin) < 0, "no alarm");
                findings.recovered(flow.load().awaitStore(backWithin), backWithin);
            }
            flow.settle(findings);
            findings.figure("sessions lost", thefts);
            findings.figure("wrong acks", flow.mqttProxy().wrongAcks());
        }
    }
}
