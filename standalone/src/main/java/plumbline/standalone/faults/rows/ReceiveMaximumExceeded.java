package plumbline.standalone.faults.rows;

import java.time.Duration;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** The broker sends far more than the ingester has allowed, as Kafka has taken nothing for a while. */
final class ReceiveMaximumExceeded implements FaultRow {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    /** The most that the ingester takes in unconfirmed, after which it begins a new connection. */
    private static final int MESSAGES_EACH = 2_000;

    private static final String EPOCHS = "plumbline_ingest_epochs_total";

    @Override
    public String name() {
        return "8";
    }

    @Override
    public String fault() {
        return "Receive Maximum exceeded by the broker, Kafka silent";
    }

    @Override
    public String promise() {
        return "bounded memory, no loss";
    }

    @Override
    public void run(Stage stage, Findings findings) {
        int times = stage.scale().times(40, 2);
        Duration backlog =
                Duration.ofSeconds(times * MESSAGES_EACH / stage.scale().uploadsPerSecond() + 2);
        try (Flow flow = stage.flow()) {
            flow.mqttProxy().hideReceiveMaximum();
            flow.awaitStore(BACK_WITHIN);
            double epochs = flow.ingest().metric(EPOCHS);
            flow.kafka().signal(Signal.STOP);
            Waiting.pause(backlog);
            flow.kafka().signal(Signal.CONT);
            findings.recovered(flow.awaitStore(BACK_WITHIN), BACK_WITHIN);
            flow.settle(findings);
            double exceeded = flow.ingest().metric(EPOCHS) - epochs;
            findings.require(exceeded >= times, "the bound was reached less often");
            findings.figure("exceeded", Math.round(exceeded));
        }
    }
}
