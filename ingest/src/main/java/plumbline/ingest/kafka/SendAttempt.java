package plumbline.ingest.kafka;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import plumbline.ingest.intake.IntakeLog;

/** One call of a producer's send, which may find no room or no broker within its time and is then made again. */
final class SendAttempt implements Callback {
    private final IntakeLog.Outcome outcome;
    private final Thread caller = Thread.currentThread();
    private boolean timedOut;

    private SendAttempt(IntakeLog.Outcome outcome) {
        this.outcome = outcome;
    }

    /** Whether the producer has taken the record; if so, {@code outcome} hears of it. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
    static boolean handOver(
            Producer<@Nullable String, byte[]> producer,
            ProducerRecord<@Nullable String, byte[]> record,
            IntakeLog.Outcome outcome) {
        SendAttempt attempt = new SendAttempt(outcome);
        producer.send(record, attempt);
        return !attempt.timedOut;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null) {
            outcome.stored();
        } else if (failure instanceof TimeoutException && Thread.currentThread() == caller) {
            timedOut = true;
        } else {
            outcome.failed(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
    }
}
