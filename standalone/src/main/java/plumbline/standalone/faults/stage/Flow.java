package plumbline.standalone.faults.stage;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.operator.ServiceException;
import plumbline.simulator.kafka.StoredProbe;
import plumbline.simulator.load.LoadLedger;
import plumbline.simulator.load.LoadPlan;
import plumbline.simulator.load.LoadReport;
import plumbline.simulator.load.LoadRun;
import plumbline.standalone.faults.process.MqttProcess;
import plumbline.standalone.faults.process.NaiveProcess;
import plumbline.standalone.faults.process.ServiceProcess;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.proxy.MqttProxy;
import plumbline.standalone.faults.verdict.Counts;
import plumbline.standalone.faults.verdict.Findings;

/** Uploads on their way from simulated devices through all processes into Kafka, counted at both ends. */
public final class Flow implements AutoCloseable {
    private static final Duration FLOWING_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final FlowParts base;
    private final KafkaEndpoint endpoint;
    private final MqttProxy mqttProxy;
    private final ServiceProcess ingest;
    private final HeapWatch heap;
    private final LoadLedger ledger;
    private final LoadRun load;

    private Flow(FlowParts base, Traffic traffic) {
        this.base = base;
        endpoint = base.kafka().endpoint(base.row() + ".");
        parts.push(base.mqtt());
        mqttProxy = opened(new MqttProxy(base.mqtt().endpoint()));
        ingest = opened(ServiceProcess.ingest(base.workshop(), mqttProxy.endpoint(), endpoint));
        ingest.awaitReady();
        if (base.isNaive()) {
            ingest.signal(Signal.KILL);
            opened(NaiveProcess.start(base.workshop(), mqttProxy.endpoint(), endpoint, ingestClientId()));
        }
        if (traffic.resends()) {
            opened(ServiceProcess.streams(base.workshop(), endpoint)).awaitReady();
        }
        heap = opened(new HeapWatch(ingest));
        LoadPlan plan = new LoadPlan(
                traffic.devices(),
                traffic.uploadsPerSecond(),
                Traffic.READINGS_PER_UPLOAD,
                traffic.resends(),
                traffic.poisonShare(),
                base.row());
        ledger = new LoadLedger(plan);
        opened(StoredProbe.start(endpoint, ledger, Clock.systemUTC()));
        load = opened(LoadRun.start(base.mqtt().endpoint(), plan, ledger, Clock.systemUTC()));
    }

    static Flow start(FlowParts base, Traffic traffic) {
        Flow flow = new Flow(base, traffic);
        flow.awaitStore(FLOWING_WITHIN);
        return flow;
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
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

    /** How long it takes until one more upload is stored than now; {@code bound} where none is. */
    public Duration awaitStore(Duration bound) {
        long before = ledger.stored();
        return Waiting.took(bound, LOOK_EVERY, () -> ledger.stored() > before);
    }

    public long stored() {
        return ledger.stored();
    }

    /** How many uploads became dead letters. */
    public long rejected() {
        return ledger.report().rejected();
    }

    /** Stops sending, waits until all is through, and tells what came of it: nothing may be lost. */
    public void settle(Findings findings) {
        long lost = count(findings);
        findings.require(lost == 0, lost + " lost");
        findings.require(ingest.isAlive(), "the ingester has ended");
    }

    /** The same, but that something may be lost; returns how much. */
    public long count(Findings findings) {
        load.stopSending();
        findings.require(load.awaitSettled(base.scale().settledWithin()), "the devices did not get rid of all uploads");
        ledger.awaitStored(base.scale().settledWithin());
        LoadReport report = ledger.report();
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
