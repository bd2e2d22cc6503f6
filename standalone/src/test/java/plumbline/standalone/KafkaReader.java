package plumbline.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;

/** Reads one topic from its beginning. */
final class KafkaReader implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    KafkaReader(KafkaEndpoint endpoint, KafkaTopic topic) {
        Map<String, Object> settings = endpoint.clientSettings("reader");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(endpoint.topic(topic)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All records so far, once there are at least {@code count}; fewer only after a minute. */
    List<ConsumerRecord<String, byte[]>> atLeast(int count) {
        Instant end = Instant.now().plus(WITHIN);
        while (read.size() < count && Instant.now().isBefore(end)) {
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
        }
        return List.copyOf(read);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
