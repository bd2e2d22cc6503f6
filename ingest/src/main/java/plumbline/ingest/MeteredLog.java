package plumbline.ingest;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeRecord;

/** Counts and times what another log stores. */
final class MeteredLog implements IntakeLog {
    private final IntakeLog log;
    private final IngestMetrics metrics;

    MeteredLog(IntakeLog log, IngestMetrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    @Override
    public Optional<String> heldUp() {
        return log.heldUp();
    }

    @Override
    public void append(IntakeRecord record, Outcome outcome) {
        long start = System.nanoTime();
        log.append(record, new Outcome() {
            @Override
            public void stored() {
                metrics.kafkaSend.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                metrics.stored.increment();
                if (record.rejected() != null) {
                    metrics.rejected(record.rejected()).increment();
                }
                outcome.stored();
            }

            @Override
            public void failed(String cause) {
                outcome.failed(cause);
            }
        });
    }
}
