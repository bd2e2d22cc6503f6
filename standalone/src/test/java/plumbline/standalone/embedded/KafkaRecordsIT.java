package plumbline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaRecordsIT {
    private static EmbeddedKafka kafka;

    private final KafkaProbe probe = new KafkaProbe(kafka);

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(0);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void onlyCommittedTransactionsAreSeen() throws Exception {
        probe.createTopic("transactions");
        try (KafkaProducer<String, String> producer = probe.producer(Map.of("transactional.id", "probe"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "device", "aborted"));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "device", "committed"));
            producer.commitTransaction();
        }
        assertThat(probe.committed("transactions", 1)).containsExactly("committed");
    }

    @Test
    void recordsOfSimulatedClocksAreTaken() throws Exception {
        probe.createTopic("clocks");
        long now = Instant.now().toEpochMilli();
        long year = Duration.ofDays(365).toMillis();
        probe.send(new ProducerRecord<>("clocks", null, now + year, "device", "a year ahead"));
        probe.send(new ProducerRecord<>("clocks", null, now - 10 * year, "device", "ten years behind"));
        assertThat(probe.committed("clocks", 2)).containsExactly("a year ahead", "ten years behind");
    }
}
