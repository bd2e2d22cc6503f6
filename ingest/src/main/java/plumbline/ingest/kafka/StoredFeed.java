package plumbline.ingest.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
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
            StoredFeed feed = new StoredFeed(new KafkaConsumer<>(MemberSettings.of(endpoint, GROUP, member)));
            feed.consumer.subscribe(List.of(endpoint.topic(KafkaTopic.STORED)));
            return feed;
        } catch (KafkaException e) {
            throw new ServiceException("can't read from Kafka at " + endpoint.bootstrap() + ": " + e.getMessage(), e);
        }
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
