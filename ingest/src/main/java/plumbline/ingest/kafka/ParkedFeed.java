package plumbline.ingest.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.ServiceException;

/**
 * Takes parked records home once their partition is back. All ingesters share them. One that comes home twice is a
 * duplicate like any other.
 */
public final class ParkedFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedFeed.class);
    private static final String GROUP = "plumbline-ingest-parked";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STORED_WITHIN = Duration.ofSeconds(20);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    /** What is on its way home at a time. */
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    private final Parking parking;
    private final KafkaProducer<@Nullable String, byte[]> producer;
    private final KafkaConsumer<@Nullable String, byte[]> consumer;
    private final PartitionWatch watch;

    private ParkedFeed(
            KafkaEndpoint endpoint,
            KafkaProducer<@Nullable String, byte[]> producer,
            KafkaConsumer<@Nullable String, byte[]> consumer) {
        this.producer = producer;
        this.consumer = consumer;
        parking = new Parking(endpoint);
        watch = new PartitionWatch(
                Parking.HOMES.stream().map(endpoint::topic).toList(), producer::partitionsFor, Duration.ZERO);
        consumer.subscribe(List.of(endpoint.topic(KafkaTopic.PARKED)));
    }

    /**
     * Joins the group.
     *
     * @param member this ingester's own name, by which it takes up its partitions again at once after a crash
     * @throws ServiceException where Kafka can't be reached or its topics can't be used
     */
    public static ParkedFeed open(KafkaEndpoint endpoint, String member) {
        new TopicProvisioner(endpoint).provision();
        try {
            KafkaProducer<@Nullable String, byte[]> producer =
                    ProducerSettings.open(endpoint, member, 2L * BATCH_BYTES);
            try {
                return new ParkedFeed(endpoint, producer, new KafkaConsumer<>(settings(endpoint, member)));
            } catch (KafkaException e) {
                producer.close(CLOSE_WITHIN);
                throw e;
            }
        } catch (KafkaException e) {
            throw new ServiceException("can't read from Kafka at " + endpoint.bootstrap() + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> settings(KafkaEndpoint endpoint, String member) {
        Map<String, Object> settings = MemberSettings.of(endpoint, GROUP, member);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BATCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BATCH_BYTES);
        return settings;
    }

    /** What one round has done; {@code isWaiting} where some records stay, since their partition is away still. */
    public record Round(int home, boolean isWaiting) {}

    /**
     * Takes the next records home, waiting for a moment where there are none.
     *
     * @throws ServiceException where Kafka does not let us; then what was not committed is taken home again
     */
    public Round bringHome() throws InterruptedException {
        try {
            Set<TopicPartition> staying = new HashSet<>();
            HomeBound homeBound = new HomeBound();
            ConsumerRecords<@Nullable String, byte[]> parked = consumer.poll(POLL);
            if (!parked.isEmpty()) {
                watch.look(System.nanoTime());
            }
            for (ConsumerRecord<@Nullable String, byte[]> each : parked) {
                TopicPartition from = new TopicPartition(each.topic(), each.partition());
                if (!staying.contains(from) && !send(each, from, homeBound)) {
                    staying.add(from);
                    consumer.seek(from, each.offset());
                }
            }
            commit(homeBound.awaitStored(STORED_WITHIN));
            homeBound.requireAllStored();
            return new Round(homeBound.stored(), !staying.isEmpty());
        } catch (KafkaException e) {
            throw new ServiceException("parked records can't go home: " + e.getMessage(), e);
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> done) {
        if (!done.isEmpty()) {
            consumer.commitSync(done, COMMIT_WITHIN);
        }
    }

    /** False where its partition is away. */
    private boolean send(ConsumerRecord<@Nullable String, byte[]> parked, TopicPartition from, HomeBound homeBound) {
        Optional<ProducerRecord<@Nullable String, byte[]>> home = parking.home(parked);
        if (home.isEmpty()) {
            LOG.warn("{}, offset {}, is no parked record of ours, and is passed over", from, parked.offset());
            homeBound.passedOver(from, parked.offset());
            return true;
        }
        String device = home.get().key();
        if (device != null && watch.isAway(home.get().topic(), device)) {
            return false;
        }
        homeBound.sent(from, parked.offset(), producer.send(home.get()));
        return true;
    }

    @Override
    public void close() {
        try {
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        } finally {
            producer.close(CLOSE_WITHIN);
        }
    }
}
