package plumbline.standalone.faults.rows;

import java.time.Duration;
import java.util.List;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.proxy.Reception;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Leaks;
import plumbline.standalone.faults.stage.Scale;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The broker's port takes connections in every way but the right one. */
final class ConnectionRefused implements FaultRow {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
    static final List<Reception> WAYS =
            List.of(Reception.CLOSE, Reception.SILENCE, Reception.REFUSE, Reception.CLOSE_AFTER_A_BYTE);

    @Override
    public String name() {
        return "3";
    }

    @Override
    public String fault() {
        return "accept-and-close, silent accept, refuse, close after a byte";
    }

    @Override
    public String promise() {
        return "reconnects within 10 s of the end, no loss, no leak";
    }

    static Duration each(Scale scale) {
        return scale.lasting(Duration.ofSeconds(10), Duration.ofSeconds(3));
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration each = each(stage.scale());
        Duration within = stage.scale().judged(BACK_WITHIN);
        try (Flow flow = stage.flow()) {
            Leaks leaks = Leaks.since(flow.ingest());
            for (Reception way : WAYS) {
                flow.mqttProxy().receive(way);
                Waiting.pause(each);
                flow.mqttProxy().receive(Reception.PASS);
                findings.recovered(flow.load().awaitStore(within), within);
            }
            flow.settle(findings);
            leaks.until(flow.ingest(), findings);
        }
    }
}
