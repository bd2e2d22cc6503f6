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

    /** It stops reading at 1,000 unconfirmed and goes on at 500; meanwhile as many again may be stored. */
    private static final int MESSAGES_EACH = 2_000;

    /** What it may hold at the very most. */
    private static final int MOST_HELD = 2_000;

    private static final String PAUSES = "plumbline_ingest_pauses_total";
    private static final String HELD = "plumbline_ingest_unacknowledged";

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
        // How often it fills up depends on the machine as well; that it does is enough in a quick run.
        int wanted = stage.scale().times(times, 1);
        Duration within = stage.scale().judged(BACK_WITHIN);
        Duration backlog =
                Duration.ofSeconds(times * MESSAGES_EACH / stage.scale().uploadsPerSecond() + 2);
        try (Flow flow = stage.flow()) {
            flow.mqttProxy().hideReceiveMaximum();
            flow.load().awaitStore(within);
            flow.kafka().signal(Signal.STOP);
            Waiting.pause(backlog);
            double held = flow.ingest().metric(HELD);
            flow.kafka().signal(Signal.CONT);
            findings.recovered(flow.load().awaitStore(within), within);
            flow.settle(findings);
            double pauses = flow.ingest().metric(PAUSES);
            findings.require(pauses >= wanted, "the bound was reached less often than " + wanted + " times");
            findings.require(held <= MOST_HELD, "more is held than the bound");
            findings.figure("exceeded", Math.round(pauses));
            findings.figure("held at most", Math.round(held));
        }
    }
}
