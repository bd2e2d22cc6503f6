package plumbline.simulator.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * What became of every upload of a load: sent, acknowledged by the broker, seen in Kafka. Safe for use by several
 * threads.
 */
public final class LoadLedger {
    private static final int DIGITS = 3;
    private static final double MEDIAN = 50;
    private static final double SLOWEST_HUNDREDTH = 99;

    private final LoadPlan plan;
    private final Map<String, DeviceLedger> devices = new HashMap<>();
    private final LongAdder due = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final Recorder latency = new Recorder(DIGITS);
    private final Histogram earlier = new Histogram(DIGITS);

    public LoadLedger(LoadPlan plan) {
        this.plan = plan;
        IntStream.range(0, plan.devices())
                .forEach(index -> devices.put(plan.device(index).value(), new DeviceLedger(plan.resends())));
    }

    void due() {
        due.increment();
    }

    void sent(String device, int number) {
        sent.increment();
        of(device).sent(number);
    }

    void acknowledged(String device, int number) {
        if (of(device).acknowledged(number)) {
            acknowledged.increment();
        }
    }

    /**
     * An upload of ours was seen in Kafka; others are passed over.
     *
     * @param seq of its first reading
     * @param millis since it was sent
     */
    public void seen(@Nullable String device, long seq, long millis) {
        DeviceLedger ledger = devices.get(device);
        if (ledger == null) {
            return;
        }
        if (count(ledger, (int) (seq / plan.readingsPerUpload()))) {
            latency.recordValue(Math.max(0, millis));
        }
    }

    /** A dead letter of ours was seen in Kafka; others are passed over. */
    public void seenRejected(@Nullable String device, byte[] payload) {
        DeviceLedger ledger = devices.get(device);
        Optional<Integer> number = Poison.numberOf(payload);
        if (ledger != null && number.isPresent() && count(ledger, number.get())) {
            rejected.increment();
        }
    }

    private boolean count(DeviceLedger ledger, int number) {
        boolean first = ledger.stored(number);
        (first ? stored : duplicates).increment();
        return first;
    }

    private DeviceLedger of(String device) {
        return Objects.requireNonNull(devices.get(device));
    }

    /** How many uploads were seen in Kafka, each counted once. */
    public long stored() {
        return stored.sum();
    }

    /** How many uploads are promised and were not seen in Kafka so far. */
    public long missing() {
        return devices.values().stream().mapToLong(DeviceLedger::lost).sum();
    }

    /** The times from sending to being seen in Kafka, milliseconds, since this was called last. */
    public synchronized Histogram takeLatency() {
        Histogram interval = latency.getIntervalHistogram();
        earlier.add(interval);
        return interval;
    }

    /** How it stands; what is missing now counts as lost. */
    public synchronized LoadReport report() {
        takeLatency();
        return new LoadReport(
                due.sum(),
                sent.sum(),
                acknowledged.sum(),
                stored.sum(),
                missing(),
                duplicates.sum(),
                rejected.sum(),
                earlier.getValueAtPercentile(MEDIAN),
                earlier.getValueAtPercentile(SLOWEST_HUNDREDTH));
    }
}
