package plumbline.standalone.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Ordinary Kafka clients for one broker. */
final class KafkaProbe {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final String bootstrap;

    KafkaProbe(EmbeddedKafka kafka) {
        bootstrap = kafka.bootstrap();
    }

    void createTopic(String topic) throws Exception {
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1)))
                    .all()
                    .get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    KafkaProducer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> settings = settings();
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    void send(String topic, String value) throws Exception {
        send(new ProducerRecord<>(topic, "device", value));
    }

    void send(ProducerRecord<String, String> message) throws Exception {
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            producer.send(message).get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Reads as one of a group until {@code count} committed values are there. */
    List<String> committed(String topic, int count) {
        Map<String, Object> settings = settings();
        settings.putAll(
                Map.of("group.id", "probe", "auto.offset.reset", "earliest", "isolation.level", "read_committed"));
        List<String> values = new ArrayList<>();
        long deadline = System.nanoTime() + WITHIN.toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (values.size() < count && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
                    values.add(message.value());
                }
            }
        }
        return values;
    }

    /** Where the broker says that it keeps its records. */
    Path folder() throws Exception {
        try (Admin admin = Admin.create(settings())) {
            Map<String, LogDirDescription> folders = admin.describeLogDirs(List.of(KafkaSettings.NODE))
                    .descriptions()
                    .get(KafkaSettings.NODE)
                    .get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return Path.of(folders.keySet().iterator().next());
        }
    }

    private Map<String, Object> settings() {
        return new HashMap<>(Map.of("bootstrap.servers", bootstrap));
    }
}
