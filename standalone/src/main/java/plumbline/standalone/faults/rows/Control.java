package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.proxy.Reception;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Leaks;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** A plain client in the ingester's place, under the cuts of row 2 and what row 3 does. */
final class Control implements FaultRow {
    @Override
    public String name() {
        return "control";
    }

    @Override
    public String fault() {
        return "rows 2 and 3 with a plain Paho client for an ingester";
    }

    @Override
    public String promise() {
        return "is seen to lose; else the suite proves nothing";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofMinutes(2), Duration.ofSeconds(15));
        try (Flow flow = stage.naiveFlow()) {
            Leaks leaks = Leaks.since(flow.ingest());
            findings.figure("cuts", TcpCut.cut(stage, flow, length));
            for (Reception way : ConnectionRefused.WAYS) {
                flow.mqttProxy().receive(way);
                Waiting.pause(ConnectionRefused.each(stage.scale()));
                flow.mqttProxy().receive(Reception.PASS);
                stage.pause(Duration.ofSeconds(1), Duration.ofSeconds(3));
            }
            leaks.tell(flow.ingest(), findings);
            // What its session still holds is not lost: another process gets it.
            flow.ingest().signal(Signal.KILL);
            flow.ingest().restart();
            flow.ingest().awaitReady();
            long lost = flow.count(findings);
            findings.require(lost > 0, "it loses nothing: the suite proves nothing");
        }
    }
}
