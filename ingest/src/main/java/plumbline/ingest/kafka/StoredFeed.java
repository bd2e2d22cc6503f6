package plumbline.ingest.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.ServiceException;

/** Reads the watermarks that devices are to be told. All ingesters share them, each device at one of them. */
public final class StoredFeed implements AutoCloseable {
    private static final String GROUP = "plumbline-ingest-stored";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

    private final KafkaConsumer<String, byte[]> consumer;

    private StoredFeed(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Joins the group.
     *
     * @param member this ingester's own name, by which it takes up its partitions again at once after a crash
     * @throws ServiceException where Kafka can't be reached or its topics can't be used
     */
    public static StoredFeed open(KafkaEndpoint endpoint, String member) {
        new TopicProvisioner(endpoint).provision();
        try {
            StoredFeed feed = new StoredFeed(new KafkaConsumer<>(settings(endpoint, member)));
            feed.consumer.subscribe(List.of(endpoint.topic(KafkaTopic.STORED)));
            return feed;
        } catch (KafkaException e) {
            throw new ServiceException("can't read from Kafka at " + endpoint.bootstrap() + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> settings(KafkaEndpoint endpoint, String member) {
        Map<String, Object> settings = endpoint.clientSettings(GROUP);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, endpoint.prefix().name(GROUP));
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return settings;
    }

    /** A watermark as it is written, and whose it is. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Watermark(DeviceId device, byte[] json) {}

    /**
     * The next watermarks, in their order; waits for a moment where there are none.
     *
     * @throws ServiceException where Kafka no longer lets us read
     */
    public List<Watermark> next() {
        try {
            List<Watermark> next = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> read : consumer.poll(POLL)) {
                if (read.key() != null && read.value() != null) {
                    DeviceId.parse(read.key()).ifPresent(device -> next.add(new Watermark(device, read.value())));
                }
            }
            return next;
        } catch (KafkaException e) {
            throw new ServiceException("can't read what is stored: " + e.getMessage(), e);
        }
    }

    /** What was read need not be read again. */
    public void commit() {
        try {
            consumer.commitSync(COMMIT_WITHIN);
        } catch (KafkaException e) {
            throw new ServiceException("can't note what devices were told: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
    }
}
