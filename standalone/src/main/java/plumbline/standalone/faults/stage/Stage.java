package plumbline.standalone.faults.stage;

import java.time.Duration;
import java.util.SplittableRandom;
import plumbline.standalone.faults.process.MqttProcess;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.process.Workshop;

/** What one row has to work with. */
public final class Stage {
    private static final long SEED = 42;

    private final Workshop workshop;
    private final KafkaSite kafka;
    private final String row;
    private final Scale scale;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** @param row names its topics, devices and files */
    public Stage(Workshop workshop, KafkaSite kafka, String row, Scale scale) {
        this.workshop = workshop;
        this.kafka = kafka;
        this.row = row;
        this.scale = scale;
    }

    public Scale scale() {
        return scale;
    }

    /** Devices that send through a durable broker and an ingester to Kafka, once that flows. */
    public Flow flow() {
        return flow(Traffic.of(scale));
    }

    /** The same with other traffic. */
    public Flow flow(Traffic traffic) {
        return Flow.start(parts(MqttProcess.durable(workshop, row + "-mqtt")), traffic);
    }

    /** The same, with streams that tell the devices what is stored, and devices that send again what is not. */
    public Flow flowWithResends() {
        return flow(Traffic.of(scale).withResends());
    }

    /** The same on a broker that forgets everything when it is killed. */
    public Flow forgetfulFlowWithResends() {
        return Flow.start(
                parts(MqttProcess.byDefault(workshop, row + "-mqtt")),
                Traffic.of(scale).withResends());
    }

    /** The same, where so much of the uploads can't be read. */
    public Flow poisonedFlow(double share) {
        return flow(Traffic.of(scale).withPoison(share));
    }

    /** The same with a plain client in the ingester's place, and full load, under which it fails sooner. */
    public Flow naiveFlow() {
        return Flow.start(
                new FlowParts(workshop, MqttProcess.durable(workshop, row + "-mqtt"), kafka, row, scale, true),
                new Traffic(scale.devices(), Scale.FULL.uploadsPerSecond(), false, 0));
    }

    private FlowParts parts(MqttProcess mqtt) {
        return new FlowParts(workshop, mqtt, kafka, row, scale, false);
    }

    /** Lets a random time pass. */
    public void pause(Duration least, Duration most) {
        Waiting.pause(Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis())));
    }
}
