package plumbline.standalone.faults.stage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.operator.ServiceException;
import plumbline.simulator.load.LoadPlan;
import plumbline.simulator.load.LoadReport;
import plumbline.standalone.faults.process.MqttProcess;
import plumbline.standalone.faults.process.NaiveProcess;
import plumbline.standalone.faults.process.ServiceProcess;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.proxy.MqttProxy;
import plumbline.standalone.faults.verdict.Counts;
import plumbline.standalone.faults.verdict.Findings;

/** Uploads on their way from simulated devices through all processes into Kafka, counted at both ends. */
public final class Flow implements AutoCloseable {
    private static final Duration FLOWING_WITHIN = Duration.ofSeconds(30);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final FlowParts base;
    private final KafkaEndpoint endpoint;
    private final MqttProxy mqttProxy;
    private final ServiceProcess ingest;
    private final HeapWatch heap;
    private final Load load;

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
        load = load(traffic, base.row());
        base.onlooker().accept(load.ledger());
    }

    static Flow start(FlowParts base, Traffic traffic) {
        Flow flow = new Flow(base, traffic);
        flow.load.awaitStore(FLOWING_WITHIN);
        return flow;
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
        return load;
    }

    /** One more device, which sends so much beside the others. */
    public Load flood(int uploadsPerSecond) {
        return load(new Traffic(1, uploadsPerSecond, false, 0), base.row() + "-flood");
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
        LoadReport report = load.report();
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
