package plumbline.standalone.faults.stage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.operator.ServiceException;
import plumbline.simulator.load.LoadPlan;
import plumbline.simulator.load.LoadReport;
import plumbline.standalone.faults.process.MqttProcess;
import plumbline.standalone.faults.process.ServiceProcess;
import plumbline.standalone.faults.proxy.MqttProxy;
import plumbline.standalone.faults.verdict.Counts;
import plumbline.standalone.faults.verdict.Findings;

/** Uploads on their way from simulated devices through all processes into Kafka, counted at both ends. */
public final class Flow implements AutoCloseable {
    private static final Duration FLOWING_WITHIN = Duration.ofSeconds(60);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final FlowParts base;
    private final KafkaEndpoint endpoint;
    private final MqttProxy mqttProxy;
    private final ServiceProcess ingest;
    private final HeapWatch heap;
    private @Nullable Load load;

    private Flow(FlowParts base) {
        this.base = base;
        endpoint = base.kafka().endpoint(base.name() + ".");
        parts.push(base.mqtt());
        mqttProxy = opened(new MqttProxy(base.mqtt().endpoint()));
        ingest = opened(
                base.isNaive()
                        ? ServiceProcess.naive(base.workshop(), mqttProxy.endpoint(), endpoint, ingestClientId())
                        : ServiceProcess.ingest(base.workshop(), mqttProxy.endpoint(), endpoint));
        heap = opened(new HeapWatch(ingest));
    }

    static Flow start(FlowParts base, Traffic traffic) {
        Flow flow = new Flow(base);
        try {
            flow.begin(traffic);
            return flow;
        } catch (RuntimeException e) {
            flow.close();
            throw e;
        }
    }

    private void begin(Traffic traffic) {
        ingest.awaitReady();
        if (traffic.resends()) {
            opened(ServiceProcess.streams(base.workshop(), endpoint)).awaitReady();
        }
        Load begun = load(traffic, base.name());
        load = begun;
        base.onlooker().accept(begun.ledger());
        if (begun.awaitStore(FLOWING_WITHIN).compareTo(FLOWING_WITHIN) >= 0) {
            throw new ServiceException("nothing is stored in the first " + FLOWING_WITHIN.toSeconds() + " s");
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private Load load(Traffic traffic, String devices) {
        LoadPlan plan = new LoadPlan(
                traffic.devices(),
                traffic.uploadsPerSecond(),
                Traffic.READINGS_PER_UPLOAD,
                traffic.resends(),
                traffic.poisonShare(),
                devices);
        return opened(Load.start(base.mqtt().endpoint(), endpoint, plan));
    }

    public MqttProcess mqtt() {
        return base.mqtt();
    }

    public MqttProxy mqttProxy() {
        return mqttProxy;
    }

    public KafkaSite kafka() {
        return base.kafka();
    }

    public ServiceProcess ingest() {
        return ingest;
    }

    /** The name of the ingester's session at the broker. */
    public String ingestClientId() {
        return endpoint.prefix().name("plumbline-ingest");
    }

    /** What the devices send. */
    public Load load() {
        return Objects.requireNonNull(load);
    }

    /** One more device, which sends so much beside the others. */
    public Load flood(int uploadsPerSecond) {
        return load(new Traffic(1, uploadsPerSecond, false, 0), base.name() + "-flood");
    }

    /** Stops sending, waits until all is through, and tells what came of it: nothing may be lost. */
    public void settle(Findings findings) {
        long lost = count(findings);
        findings.require(lost == 0, lost + " lost");
        long wrong = mqttProxy.wrongAcks();
        findings.require(wrong == 0, wrong + " wrong acknowledgements");
    }

    /** The same, but that something may be lost; returns how much. */
    public long count(Findings findings) {
        load().stopSending();
        findings.require(
                load().awaitSettled(base.scale().settledWithin()), "the devices did not get rid of all uploads");
        findings.require(ingest.isAlive(), "the ingester has ended");
        LoadReport report = load().report();
        findings.counts(new Counts(
                report.sent(),
                report.acknowledged(),
                report.stored(),
                report.lost(),
                report.duplicates(),
                report.rejected()));
        findings.peakHeap(heap.peakBytes());
        return report.lost();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new ServiceException("a part of the row does not end: " + e.getMessage(), e);
            }
        }
    }
}
