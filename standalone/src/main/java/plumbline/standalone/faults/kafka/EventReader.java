package plumbline.standalone.faults.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.ReminderEventCodec;
import plumbline.contract.event.Episode;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Reminder;
import plumbline.contract.operator.ServiceException;
import plumbline.standalone.faults.posture.Told;

/** Reads what streams has published and committed, from the beginning on. */
public final class EventReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final List<KafkaTopic> TOPICS =
            List.of(KafkaTopic.REMINDERS, KafkaTopic.EPISODES, KafkaTopic.STATUS, KafkaTopic.DEAD_LETTERS);

    private final KafkaEndpoint kafka;
    private final Told told = new Told();
    private final AtomicInteger deadLetters = new AtomicInteger();
    private final KafkaConsumer<String, byte[]> consumer;
    private final AtomicLongArray newest;
    private final Thread thread = new Thread(this::read, "event-reader");
    private final AtomicReference<@Nullable CountDownLatch> endAsked = new AtomicReference<>();
    private volatile boolean stopping;

    /** @throws ServiceException where Kafka or the topics are not there */
    public EventReader(KafkaEndpoint kafka) {
        this.kafka = kafka;
        consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (KafkaTopic topic : TOPICS) {
            consumer.partitionsFor(kafka.topic(topic), FOUND_WITHIN)
                    .forEach(found -> partitions.add(new TopicPartition(found.topic(), found.partition())));
        }
        newest = new AtomicLongArray(partitions.size() / TOPICS.size());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.setDaemon(true);
        thread.start();
    }

    private static Map<String, Object> settings(KafkaEndpoint kafka) {
        Map<String, Object> settings = kafka.clientSettings("faults-events");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }

    /** All that was told so far. */
    public Told told() {
        return told;
    }

    public int deadLetters() {
        return deadLetters.get();
    }

    /** Whether each partition has told of something that arrived at {@code arrivalMillis} or later. */
    public boolean isPast(long arrivalMillis) {
        return IntStream.range(0, newest.length()).allMatch(partition -> newest.get(partition) >= arrivalMillis);
    }

    /**
     * Returns once all is read that is committed now.
     *
     * @throws ServiceException where that takes too long
     */
    public void catchUp() {
        CountDownLatch atEnd = new CountDownLatch(1);
        endAsked.set(atEnd);
        try {
            if (!atEnd.await(FOUND_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new ServiceException("what streams published can't be read to its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("interrupted", e);
        }
    }

    private void read() {
        while (!stopping) {
            try {
                CountDownLatch asked = endAsked.getAndSet(null);
                if (asked != null) {
                    readToEnd();
                    asked.countDown();
                }
                consumer.poll(POLL).forEach(this::note);
            } catch (KafkaException e) {
                LOG.debug("reading again: {}", e.getMessage());
            }
        }
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (!stopping
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::note);
        }
    }

    private void note(ConsumerRecord<String, byte[]> read) {
        if (read.topic().equals(kafka.topic(KafkaTopic.REMINDERS))) {
            reminder(read);
        } else if (read.topic().equals(kafka.topic(KafkaTopic.EPISODES))) {
            episode(read);
        } else if (read.topic().equals(kafka.topic(KafkaTopic.STATUS))) {
            // A device's status follows each of its uploads, with the time of that one's arrival.
            newest.accumulateAndGet(read.partition(), read.timestamp(), Math::max);
        } else {
            deadLetters.incrementAndGet();
        }
    }

    private void reminder(ConsumerRecord<String, byte[]> read) {
        if (accepted(read, ReminderEventCodec.decode(read.value())) instanceof Reminder reminder) {
            told.reminder(reminder);
        }
    }

    private void episode(ConsumerRecord<String, byte[]> read) {
        if (read.value() == null) {
            told.retracted(read.key());
        } else {
            told.episode(accepted(read, EventJson.decode(read.value(), Episode.class)));
        }
    }

    private static <T> T accepted(ConsumerRecord<String, byte[]> read, Decoded<T> decoded) {
        if (decoded instanceof Decoded.Accepted<T> accepted) {
            return accepted.value();
        }
        throw new IllegalStateException("an unreadable record in " + read.topic() + " at " + read.offset());
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
