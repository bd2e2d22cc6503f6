package plumbline.streams.kafka;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.streams.topology.UploadsProgress;

/**
 * Compares, again and again, where the uploads topic ends with how far the streams application has committed. Once it has
 * committed what was the end a while ago, all that had arrived until then is worked off.
 */
public final class KafkaProgress implements UploadsProgress, AutoCloseable {
    static final long EVERY_MILLIS = 500;

    /** A record may lie in the topic a little later than it arrived. */
    static final long ON_THE_WAY_MILLIS = 1_000;

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(KafkaProgress.class);

    private final Admin admin;
    private final String group;
    private final List<TopicPartition> partitions;
    private final InstantSource clock;
    private final Map<TopicPartition, Mark> ahead = new HashMap<>();
    private final Map<Integer, Long> doneUntil = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "uploads-progress");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> looking;

    /** Where a partition ended at a time. */
    private record Mark(long end, long atMillis) {}

    /**
     * Begins to look.
     *
     * @param group under which the streams application commits
     * @param clock by which uploads are said to have arrived
     */
    public KafkaProgress(KafkaEndpoint kafka, int partitions, String group, InstantSource clock) {
        this.admin = Admin.create(kafka.clientSettings("plumbline-streams-progress"));
        this.group = group;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(kafka.topic(KafkaTopic.UPLOADS), number))
                .toList();
        this.clock = clock;
        looking = looks.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public OptionalLong doneUntilMillis(int partition) {
        Long done = doneUntil.get(partition);
        return done == null ? OptionalLong.empty() : OptionalLong.of(done);
    }

    private void look() {
        try {
            long now = clock.millis();
            Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
            Map<TopicPartition, Long> begins = offsets(OffsetSpec.earliest());
            Map<TopicPartition, Long> committed = committed();
            ends.forEach((partition, end) -> compare(
                    partition,
                    new Mark(end, now),
                    committed.getOrDefault(partition, begins.getOrDefault(partition, 0L))));
        } catch (ExecutionException | RuntimeException e) {
            LOG.debug("how far the uploads are worked off can't be seen now: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void compare(TopicPartition partition, Mark now, long committed) {
        Mark mark = ahead.getOrDefault(partition, now);
        boolean isDone = committed >= mark.end();
        if (isDone) {
            doneUntil.merge(partition.partition(), mark.atMillis() - ON_THE_WAY_MILLIS, Math::max);
        }
        ahead.put(partition, isDone ? now : mark);
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted).all().get().forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    @Override
    public void close() {
        looking.cancel(true);
        looks.shutdownNow();
        admin.close(CLOSE_WITHIN);
    }
}
