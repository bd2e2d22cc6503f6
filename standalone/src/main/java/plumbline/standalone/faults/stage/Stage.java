package plumbline.standalone.faults.stage;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.simulator.load.LoadLedger;
import plumbline.standalone.faults.kafka.StateSeed;
import plumbline.standalone.faults.posture.OldStates;
import plumbline.standalone.faults.posture.Wearers;
import plumbline.standalone.faults.process.KafkaProcess;
import plumbline.standalone.faults.process.MqttProcess;
import plumbline.standalone.faults.process.SmallDisk;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.process.Workshop;

/** What one row has to work with. */
public final class Stage {
    private static final long SEED = 42;

    private final Workshop workshop;
    private final KafkaSite kafka;
    private final String row;
    private final Scale scale;
    private final Consumer<LoadLedger> onlooker;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int flows;

    /**
     * Nothing runs on it yet.
     *
     * @param row names its topics, devices and files
     * @param onlooker is shown what of each load is stored
     */
    public Stage(Workshop workshop, KafkaSite kafka, String row, Scale scale, Consumer<LoadLedger> onlooker) {
        this.workshop = workshop;
        this.kafka = kafka;
        this.row = row;
        this.scale = scale;
        this.onlooker = onlooker;
    }

    /** The same with another Kafka. */
    public Stage with(KafkaSite other) {
        return new Stage(workshop, other, row, scale, onlooker);
    }

    /** A disk that can be filled. */
    public SmallDisk smallDisk() {
        return SmallDisk.mount(workshop, row + "-disk");
    }

    /** A Kafka of the row's own, all on {@code disk}. */
    public KafkaSite kafkaOn(SmallDisk disk) {
        return new KafkaSite(KafkaProcess.on(disk, workshop, row + "-kafka"));
    }

    /** A Kafka of the row's own that has about half its partitions on {@code disk}. */
    public KafkaSite kafkaHalfOn(SmallDisk disk) {
        return new KafkaSite(KafkaProcess.halfOn(disk, workshop, row + "-kafka"));
    }

    public Scale scale() {
        return scale;
    }

    /** Devices that send through a durable broker and an ingester to Kafka, once that flows. */
    public Flow flow() {
        return flow(Traffic.of(scale));
    }

    /** The same with so many uploads a second. */
    public Flow flow(int uploadsPerSecond) {
        return flow(Traffic.of(scale).withUploadsPerSecond(uploadsPerSecond));
    }

    /** The same, with streams that tell the devices what is stored, and devices that send again what is not. */
    public Flow flowWithResends() {
        return flow(Traffic.of(scale).withResends());
    }

    /** The same on a broker that forgets everything when it is killed. */
    public Flow forgetfulFlowWithResends() {
        String name = nextName();
        return Flow.start(
                parts(name, MqttProcess.byDefault(workshop, name + "-mqtt"), false),
                Traffic.of(scale).withResends());
    }

    /** A flow where so much of the uploads can't be read. */
    public Flow poisonedFlow(double share) {
        return flow(Traffic.of(scale).withPoison(share));
    }

    /** A flow with a plain client in the ingester's place, and full load, under which it fails sooner. */
    public Flow naiveFlow() {
        return durable(new Traffic(scale.devices(), Scale.FULL.uploadsPerSecond(), false, 0), true);
    }

    /** Scripted wearers, whose readings go straight to Kafka and on to streams, once that flows. */
    public PostureFlow postures(PosturePlan plan) {
        String name = nextName();
        return PostureFlow.start(
                workshop,
                kafka.endpoint(name + "."),
                plan,
                PostureClock.now(scale.speed()),
                now -> new Wearers(name, plan.devices(), SEED, now, plan.disturbance()));
    }

    /** Wearers whose states an older version has written, in the midst of their bad spells, once that flows. */
    public PostureFlow upgraded(PosturePlan plan) {
        KafkaEndpoint endpoint = kafka.endpoint(nextName() + ".");
        StateSeed.write(endpoint, OldStates.bytes());
        Wearers wearers = OldStates.wearers(SEED);
        return PostureFlow.start(
                workshop, endpoint, plan, PostureClock.from(wearers.begin(), scale.speed()), now -> wearers);
    }

    private Flow flow(Traffic traffic) {
        return durable(traffic, false);
    }

    private Flow durable(Traffic traffic, boolean isNaive) {
        String name = nextName();
        return Flow.start(parts(name, MqttProcess.durable(workshop, name + "-mqtt"), isNaive), traffic);
    }

    /** Each flow has topics and devices of its own, so that none is told of another's uploads. */
    private synchronized String nextName() {
        flows++;
        return flows == 1 ? row : row + "-" + flows;
    }

    private FlowParts parts(String name, MqttProcess mqtt, boolean isNaive) {
        return new FlowParts(workshop, mqtt, kafka, name, scale, isNaive, onlooker);
    }

    /** One of so many, at random. */
    public synchronized int oneOf(int count) {
        return random.nextInt(count);
    }

    /** Lets a random time pass. */
    public void pause(Duration least, Duration most) {
        Waiting.pause(Duration.ofMillis(millis(least, most)));
    }

    private synchronized long millis(Duration least, Duration most) {
        return random.nextLong(least.toMillis(), most.toMillis());
    }
}
