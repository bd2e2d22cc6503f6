package plumbline.standalone.faults.stage;

import java.time.Clock;
import java.time.Duration;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.simulator.kafka.StoredProbe;
import plumbline.simulator.load.LoadLedger;
import plumbline.simulator.load.LoadPlan;
import plumbline.simulator.load.LoadReport;
import plumbline.simulator.load.LoadRun;
import plumbline.standalone.faults.process.Waiting;

/** Devices that send, and an eye on what of it is stored. */
public final class Load implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** Whatever is under way is stored sooner; what devices send again a second time, they do after 90 s. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final Duration QUIET_WITH_RESENDS = Duration.ofMinutes(2);

    /** The ingester's Receive Maximum. */
    private static final long UNDER_WAY = 500;

    private static final double SLOWEST_HUNDREDTH = 99;

    private final LoadLedger ledger;
    private final StoredProbe probe;
    private final LoadRun run;
    private final Duration quiet;

    private Load(LoadPlan plan, LoadLedger ledger, StoredProbe probe, LoadRun run) {
        this.quiet = plan.resends() ? QUIET_WITH_RESENDS : QUIET;
        this.ledger = ledger;
        this.probe = probe;
        this.run = run;
    }

    static Load start(MqttEndpoint mqtt, KafkaEndpoint kafka, LoadPlan plan) {
        LoadLedger ledger = new LoadLedger(plan);
        StoredProbe probe = StoredProbe.start(kafka, ledger, Clock.systemUTC());
        try {
            return new Load(plan, ledger, probe, LoadRun.start(mqtt, plan, ledger, Clock.systemUTC()));
        } catch (RuntimeException e) {
            probe.close();
            throw e;
        }
    }

    LoadLedger ledger() {
        return ledger;
    }

    /** How many uploads are stored, dead letters among them. */
    public long stored() {
        return ledger.stored();
    }

    /** How long it takes until one more upload is seen stored than now; {@code bound} where none is. */
    public Duration awaitStore(Duration bound) {
        return awaitStores(1, bound);
    }

    /** The same for more uploads than could be under way to Kafka, so that one of them is stored only now. */
    public Duration awaitNewStore(Duration bound) {
        return awaitStores(UNDER_WAY + 1, bound);
    }

    private Duration awaitStores(long count, Duration bound) {
        long wanted = ledger.stored() + count;
        return Waiting.took(bound, LOOK_EVERY, () -> ledger.stored() >= wanted);
    }

    /** How many uploads a second are stored for so long from now. */
    public double storedPerSecond(Duration length) {
        long before = ledger.stored();
        Waiting.pause(length);
        return (ledger.stored() - before) / (length.toMillis() / 1e3);
    }

    /** How many uploads a second the devices hand to the broker for so long from now. */
    public double sentPerSecond(Duration length) {
        long before = ledger.report().sent();
        Waiting.pause(length);
        return (ledger.report().sent() - before) / (length.toMillis() / 1e3);
    }

    /** The time from sending to being stored that 99 of 100 uploads stay below, of those stored for so long from now. */
    public Duration slowest(Duration length) {
        ledger.takeLatency();
        Waiting.pause(length);
        return Duration.ofMillis(ledger.takeLatency().getValueAtPercentile(SLOWEST_HUNDREDTH));
    }

    /** From now on nothing new is sent. */
    public void stopSending() {
        run.stopSending();
    }

    /**
     * Waits until all that was sent is acknowledged by the broker, and then until all is stored or nothing more is.
     *
     * @return whether all was acknowledged; each wait ends with {@code bound}
     */
    boolean awaitSettled(Duration bound) {
        boolean acknowledged = run.awaitSettled(bound);
        long end = System.nanoTime() + bound.toNanos();
        long before = -1;
        while (ledger.missing() > 0 && ledger.stored() > before && System.nanoTime() < end) {
            long now = ledger.stored();
            before = now;
            Waiting.took(quiet, LOOK_EVERY, () -> ledger.missing() == 0 || ledger.stored() > now);
        }
        return acknowledged;
    }

    /** How it stands once all that was sent is through. */
    public LoadReport settled(Duration bound) {
        awaitSettled(bound);
        return report();
    }

    /** How it stands; what is missing now counts as lost. */
    public LoadReport report() {
        return ledger.report();
    }

    @Override
    public void close() {
        run.close();
        probe.close();
    }
}
