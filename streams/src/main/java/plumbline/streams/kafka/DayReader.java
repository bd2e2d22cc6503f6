package plumbline.streams.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.kafka.DevicePartition;
import plumbline.contract.operator.ServiceException;

/** Reads the days topic from its beginning to where it ends now. */
public final class DayReader {
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaEndpoint kafka;
    private final String topic;

    public DayReader(KafkaEndpoint kafka) {
        this.kafka = kafka;
        this.topic = kafka.topic(KafkaTopic.DAYS);
    }

    /**
     * Tells every record, null for one that takes a day away; a record that is no day is left out.
     *
     * @param device the only one whose days are wanted, nothing for all; others may be told all the same
     * @throws ServiceException where Kafka or the topic is not there, or gives no more for 15 s short of the end
     */
    public void read(Optional<DeviceId> device, BiConsumer<String, @Nullable DaySummary> days) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings())) {
            List<TopicPartition> partitions = partitions(consumer, device);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readTo(consumer.endOffsets(partitions, WITHIN), consumer, days);
        } catch (KafkaException e) {
            throw new ServiceException(
                    "can't read " + topic + " from Kafka at " + kafka.bootstrap() + ": " + e.getMessage(), e);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = kafka.clientSettings("plumbline-report");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return settings;
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, Optional<DeviceId> device) {
        List<PartitionInfo> all = consumer.partitionsFor(topic, WITHIN);
        if (all == null || all.isEmpty()) {
            throw new ServiceException("there is no topic " + topic + " on Kafka at " + kafka.bootstrap()
                    + "; 'plumbline streams' creates it");
        }
        List<TopicPartition> wanted = new ArrayList<>();
        for (PartitionInfo info : all) {
            boolean others =
                    device.isPresent() && DevicePartition.of(device.get().value(), all.size()) != info.partition();
            if (!others) {
                wanted.add(new TopicPartition(topic, info.partition()));
            }
        }
        return wanted;
    }

    private void readTo(
            Map<TopicPartition, Long> ends,
            KafkaConsumer<String, byte[]> consumer,
            BiConsumer<String, @Nullable DaySummary> days) {
        long heard = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            records.forEach(record -> tell(record, days));
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > WITHIN.toNanos()) {
                throw new ServiceException("Kafka at " + kafka.bootstrap() + " gives no more of " + topic
                        + ", though there is more to read");
            }
        }
    }

    private static void tell(ConsumerRecord<String, byte[]> record, BiConsumer<String, @Nullable DaySummary> days) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            days.accept(record.key(), null);
        } else if (EventJson.decode(record.value(), DaySummary.class) instanceof Decoded.Accepted<DaySummary> day) {
            days.accept(record.key(), day.value());
        }
    }
}
