package plumbline.standalone.faults.stage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.ServiceException;
import plumbline.standalone.faults.kafka.EventReader;
import plumbline.standalone.faults.kafka.InputLag;
import plumbline.standalone.faults.kafka.UploadWriter;
import plumbline.standalone.faults.posture.Comparison;
import plumbline.standalone.faults.posture.QuickRules;
import plumbline.standalone.faults.posture.Wearers;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.process.Workshop;
import plumbline.standalone.faults.verdict.Findings;

/** Readings on their way from scripted wearers through Kafka and streams, and what streams makes of them. */
public final class PostureFlow implements AutoCloseable {
    private static final Duration FLOWING_WITHIN = Duration.ofSeconds(60);
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

    /** What waits for earlier uploads is worked through by then, a history that had to be asked for twice is read back. */
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(3);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration SEND_EVERY = Duration.ofMillis(20);
    private static final Duration LOOK_SELDOM = Duration.ofMillis(200);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<Instance> instances = new ArrayList<>();
    private final Workshop workshop;
    private final KafkaEndpoint kafka;
    private final PosturePlan plan;
    private final PostureClock clock;
    private final InputLag lag;
    private final EventReader events;
    private final UploadWriter uploads;

    private @Nullable Wearers wearers;
    private @Nullable Thread sender;
    private volatile boolean stopping;

    private PostureFlow(Workshop workshop, KafkaEndpoint kafka, PosturePlan plan, PostureClock clock) {
        this.workshop = workshop;
        this.kafka = kafka;
        this.plan = plan;
        this.clock = clock;
        int partitions = new TopicProvisioner(kafka).provision();
        lag = opened(new InputLag(kafka, partitions));
        events = opened(new EventReader(kafka));
        uploads = opened(new UploadWriter(kafka));
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** @param wearers who begin at the time given */
    static PostureFlow start(
            Workshop workshop,
            KafkaEndpoint kafka,
            PosturePlan plan,
            PostureClock clock,
            LongFunction<Wearers> wearers) {
        PostureFlow flow = new PostureFlow(workshop, kafka, plan, clock);
        try {
            flow.begin(wearers);
            return flow;
        } catch (RuntimeException e) {
            flow.close();
            throw e;
        }
    }

    private void begin(LongFunction<Wearers> beginning) {
        for (int instance = 0; instance < plan.instances(); instance++) {
            add();
        }
        instances.forEach(instance -> instance.process().awaitReady());
        Wearers begun = beginning.apply(clock.wearers().millis());
        wearers = begun;
        Thread thread = new Thread(() -> send(begun), "wearers");
        sender = thread;
        thread.setDaemon(true);
        thread.start();
        if (failover(FLOWING_WITHIN).compareTo(FLOWING_WITHIN) >= 0) {
            throw new ServiceException("streams tells nothing in the first " + FLOWING_WITHIN.toSeconds() + " s");
        }
    }

    private void send(Wearers sending) {
        while (!stopping && !sending.areDone()) {
            sending.advance(clock.wearers().millis(), uploads::write);
            Waiting.pause(SEND_EVERY);
        }
    }

    /** Starts one more instance of streams; returns before it is ready. */
    public Instance add() {
        Instance added = Instance.start(workshop, kafka, instances.size() + 1, options());
        parts.push(added.process());
        instances.add(added);
        return added;
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(clock.options());
        options.addAll(QuickRules.options());
        options.add("--standbys=" + plan.standbys());
        if (!plan.exactlyOnce()) {
            options.add("--at-least-once");
        }
        return options;
    }

    /** All instances that were ever started. */
    public List<Instance> instances() {
        return List.copyOf(instances);
    }

    /** How long it takes until streams tells of every partition's wearers what arrives only now. */
    public Duration failover(Duration bound) {
        long now = clock.wearers().millis();
        return Waiting.took(bound, LOOK_EVERY, () -> events.isPast(now));
    }

    /** Lets the wearers come to an end, waits until all is worked through, and tells what came of it. */
    public Comparison settle(Findings findings) {
        Wearers ending = Objects.requireNonNull(wearers);
        ending.end();
        Waiting.until("the wearers end", DONE_WITHIN, LOOK_EVERY, ending::areDone);
        uploads.flush();
        Waiting.took(TOLD_WITHIN, LOOK_SELDOM, () -> lag.uploads() == 0);
        findings.require(lag.uploads() == 0, "streams has not worked through all uploads");
        Waiting.took(TOLD_WITHIN, LOOK_SELDOM, () -> compare(ending).isComplete());
        events.catchUp();
        return compare(ending);
    }

    private Comparison compare(Wearers ending) {
        return ending.compare(events.told());
    }

    /** How many inputs streams could not use. */
    public int deadLetters() {
        return events.deadLetters();
    }

    @Override
    public void close() {
        stopping = true;
        if (sender != null) {
            sender.interrupt();
        }
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new ServiceException("a part of the row does not end: " + e.getMessage(), e);
            }
        }
    }
}
