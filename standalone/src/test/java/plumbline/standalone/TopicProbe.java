package plumbline.standalone;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.kafka.DevicePartition;
import plumbline.contract.kafka.TopicProvisioner;

/** Writes to a pipeline's topics and reads them from the beginning. */
final class TopicProbe implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration EMPTY_WITHIN = Duration.ofSeconds(60);

    private final KafkaEndpoint kafka;
    private final int partitions;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    /** Watches one topic. */
    TopicProbe(KafkaEndpoint kafka, KafkaTopic watched) {
        this.kafka = kafka;
        partitions = new TopicProvisioner(kafka).provision();
        producer =
                new KafkaProducer<>(kafka.clientSettings("probe"), new StringSerializer(), new ByteArraySerializer());
        Map<String, Object> settings = kafka.clientSettings("probe");
        settings.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.add(new TopicPartition(kafka.topic(watched), partition));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    void send(KafkaTopic topic, String device, byte[] value, Instant at) throws Exception {
        int partition = DevicePartition.of(device, partitions);
        producer.send(new ProducerRecord<>(kafka.topic(topic), partition, at.toEpochMilli(), device, value))
                .get();
    }

    /** Every record of the watched topic so far. */
    List<ConsumerRecord<String, byte[]>> records() {
        consumer.poll(POLL).forEach(read::add);
        return List.copyOf(read);
    }

    /** As if nothing had ever been committed by the group, once its last member is known to have left. */
    void forget(String group) {
        try (Admin admin = Admin.create(kafka.clientSettings("probe-admin"))) {
            await().atMost(EMPTY_WITHIN)
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof GroupNotEmptyException)
                    .untilAsserted(() -> admin.deleteConsumerGroups(
                                    List.of(kafka.prefix().name(group)))
                            .all()
                            .get());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close();
    }
}
