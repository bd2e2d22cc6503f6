package plumbline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.operator.Service;
import plumbline.ingest.intake.IntakeTopics;

/** Takes what devices send over MQTT into Kafka. What it has confirmed to the broker is stored. */
public final class IngestService implements Service {
    /** The client id where none is chosen, without the topic prefix. */
    public static final String DEFAULT_CLIENT_ID = "plumbline-ingest";

    /** Flushing (10 s), a blocked append (5 s), the two closings (2 s each). */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private static final Duration INTERRUPTED_WITHIN = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

    private final List<IngestLoop> loops;
    private final List<Thread> workers;
    private final List<RetriedTask> tasks;
    private volatile @Nullable String fault;

    /**
     * Nothing begins before {@link #start}.
     *
     * @param clock says when a message arrived
     */
    public IngestService(
            MqttEndpoint mqtt, KafkaEndpoint kafka, IngestSettings settings, Clock clock, MeterRegistry registry) {
        IngestMetrics metrics = new IngestMetrics(registry, clock);
        String group = kafka.prefix().name(DEFAULT_CLIENT_ID);
        IntakeTopics topics = settings.isShared() ? IntakeTopics.shared(group) : IntakeTopics.whole();
        loops = settings.clientIds().stream()
                .map(id ->
                        new IngestLoop(mqtt, kafka, id, topics, settings.maxWaitingBytes(), clock, registry, metrics))
                .toList();
        workers = loops.stream()
                .map(loop -> new Thread(() -> work(loop), "ingest"))
                .toList();
        FormerSessions former = new FormerSessions(mqtt, kafka, settings, this::isReady, clock, registry, metrics);
        StoredLoop stored = new StoredLoop(mqtt, kafka, settings.clientId() + "-stored", registry);
        ParkedLoop parked = new ParkedLoop(kafka, settings.clientId() + "-parked", registry);
        tasks = List.of(
                new RetriedTask("ingest-former", "what former sessions hold waits", former::run, this::fail),
                new RetriedTask("ingest-stored", "devices are not told what is stored", stored::run, this::fail),
                new RetriedTask("ingest-parked", "what was parked stays there", parked::run, this::fail));
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public void start() {
        workers.forEach(Thread::start);
        tasks.forEach(RetriedTask::start);
    }

    private void work(IngestLoop loop) {
        try {
            loop.run();
        } catch (InterruptedException e) {
            LOG.warn("ingest was stopped before all that came was stored; the broker keeps it");
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        LOG.error("ingest has failed", e);
        fault = e.toString();
    }

    @Override
    public boolean isReady() {
        return loops.stream().allMatch(IngestLoop::isReady);
    }

    @Override
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public void close() {
        loops.forEach(IngestLoop::stop);
        tasks.forEach(RetriedTask::stop);
        List<Thread> threads = Stream.concat(workers.stream(), tasks.stream().map(RetriedTask::worker))
                .toList();
        try {
            join(threads, STOP_WITHIN);
            threads.forEach(Thread::interrupt);
            join(threads, INTERRUPTED_WITHIN);
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    /** All stop at the same time, so that they share the bound. */
    private static void join(List<Thread> threads, Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
    }
}
