package plumbline.alerts.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.lane.ChannelLane;
import plumbline.alerts.lane.Tenure;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;

/**
 * Feeds one channel from Kafka. It stops reading reminders while the channel is full, and commits no further than what
 * is settled. The device's feed reads answers too, as they end deliveries there.
 */
public final class ChannelFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelFeed.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(3);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(12);

    private final ChannelLane lane;
    private final Clock clock;
    private final Consumer<Throwable> faults;
    private final OpenOffsets offsets = new OpenOffsets();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Tenures tenures;
    private final RecordIntake intake;
    private final String reminders;
    private final Thread thread;
    private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
    private Instant forgotten;
    private volatile boolean stopping;

    /**
     * @param lane closed with this feed
     * @param faults hears of what ends the feed for good
     */
    public ChannelFeed(
            KafkaEndpoint endpoint,
            ChannelLane lane,
            DeliveryProducer producer,
            Clock clock,
            Consumer<Throwable> faults) {
        this.lane = lane;
        this.clock = clock;
        this.faults = faults;
        forgotten = clock.instant();
        reminders = endpoint.topic(KafkaTopic.REMINDERS);
        intake = new RecordIntake(lane, producer);
        Consumers consumers = new Consumers(endpoint, lane.name());
        consumer = consumers.group();
        LedgerRestore restore = new LedgerRestore(consumers, endpoint.topic(KafkaTopic.DELIVERIES), lane.name(), clock);
        tenures = new Tenures(consumer, restore, offsets, clock, this::commitNow);
        consumer.subscribe(topics(endpoint), tenures);
        thread = new Thread(this::run, "alerts-" + lane.name().word() + "-feed");
        thread.setDaemon(true);
    }

    private List<String> topics(KafkaEndpoint endpoint) {
        return lane.name() == ChannelName.DEVICE
                ? List.of(reminders, endpoint.topic(KafkaTopic.ANSWERS))
                : List.of(reminders);
    }

    public void start() {
        thread.start();
    }

    /** Whether it has its partitions, and its channel can deliver. */
    public boolean isReady() {
        return tenures.areAssigned() && lane.isReady();
    }

    private void run() {
        try {
            while (!stopping) {
                round();
            }
            lane.close();
            commitNow();
        } catch (RuntimeException e) {
            faults.accept(e);
        } finally {
            tenures.end();
            lane.close();
            consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
        }
    }

    private void round() {
        regulate();
        List<Runnable> deliveries = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> read : consumer.poll(POLL)) {
            take(read, deliveries::add);
        }
        deliveries.forEach(Runnable::run);
        commitSoon();
        if (forgotten.plus(FORGET_EVERY).isBefore(clock.instant())) {
            forgotten = clock.instant();
            tenures.forget(forgotten);
        }
    }

    private void take(ConsumerRecord<String, byte[]> read, Consumer<Runnable> later) {
        Tenure tenure = tenures.of(read.partition());
        Runnable settled = offsets.open(read);
        if (read.topic().equals(reminders)) {
            intake.reminder(read, tenure, settled, later);
        } else {
            intake.answer(read, tenure, settled);
        }
    }

    /** Answers are read even then: they settle what waits. */
    private void regulate() {
        boolean crowded = offsets.isFull();
        lane.crowded(crowded);
        if (!lane.isFull() && !crowded) {
            consumer.resume(consumer.paused());
            return;
        }
        if (consumer.paused().isEmpty()) {
            lane.paused();
        }
        consumer.pause(consumer.assignment().stream()
                .filter(partition -> partition.topic().equals(reminders))
                .toList());
    }

    private void commitSoon() {
        Map<TopicPartition, OffsetAndMetadata> next = offsets.committable();
        if (!next.equals(committed)) {
            committed = next;
            consumer.commitAsync(next, (done, fault) -> {
                if (fault != null) {
                    LOG.debug("commit failed, and is made again with the next: {}", fault.getMessage());
                }
            });
        }
    }

    /** What can't be committed is read again, and known again from the deliveries. */
    private void commitNow() {
        try {
            consumer.commitSync(offsets.committable(), COMMIT_WITHIN);
        } catch (KafkaException e) {
            LOG.info("the last commit of {} failed: {}", lane.name().word(), e.getMessage());
        }
    }

    /** Bids it stop, without waiting. */
    public void stop() {
        stopping = true;
    }

    /** Lets the attempts under way end, commits, and leaves the group. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
