package plumbline.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.kafka.DevicePartition;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.standalone.embedded.EmbeddedKafka;

/** The topics of a pipeline of its own on a broker that is shared, written record by record. */
final class PipelineTopics implements AutoCloseable {
    private static final AtomicInteger RUN = new AtomicInteger();

    private final KafkaEndpoint kafka;
    private final int partitions;
    private final KafkaProducer<String, byte[]> producer;

    PipelineTopics(EmbeddedKafka broker) {
        kafka = new KafkaEndpoint(broker.bootstrap(), new TopicPrefix("topics-" + RUN.incrementAndGet() + "."));
        partitions = new TopicProvisioner(kafka).provision();
        producer = producer(Map.of());
    }

    KafkaEndpoint kafka() {
        return kafka;
    }

    int partitions() {
        return partitions;
    }

    /** Devices whose records lie in one partition. */
    List<DeviceId> devicesIn(int partition, int count) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new DeviceId("dev-" + i))
                .filter(device -> partitionOf(device) == partition)
                .limit(count)
                .toList();
    }

    private int partitionOf(DeviceId device) {
        return DevicePartition.of(device.value(), partitions);
    }

    /** A producer with an open transaction, which the broker gives up after {@code timeout}. */
    KafkaProducer<String, byte[]> transaction(Duration timeout) {
        KafkaProducer<String, byte[]> transactional = producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                kafka.prefix().name("transaction"),
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                (int) timeout.toMillis()));
        transactional.initTransactions();
        transactional.beginTransaction();
        return transactional;
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(kafka.clientSettings("topics"));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    ProducerRecord<String, byte[]> upload(DeviceId device, int seq, long arrivalMillis) {
        return upload(device, device.value(), IngestFixture.binary(seq), arrivalMillis);
    }

    ProducerRecord<String, byte[]> upload(DeviceId device, String key, byte[] value, long arrivalMillis) {
        return new ProducerRecord<>(kafka.topic(KafkaTopic.UPLOADS), partitionOf(device), arrivalMillis, key, value);
    }

    ProducerRecord<String, byte[]> episode(Episode episode) {
        return episode(episode, EventJson.encode(episode));
    }

    /** Published as the episode begins; {@code null} retracts it. */
    ProducerRecord<String, byte[]> episode(Episode episode, byte[] value) {
        return new ProducerRecord<>(
                kafka.topic(KafkaTopic.EPISODES),
                partitionOf(episode.device()),
                episode.start().toEpochMilli(),
                episode.id(),
                value);
    }

    /** Published when it ends. */
    ProducerRecord<String, byte[]> day(DaySummary day) {
        return new ProducerRecord<>(
                kafka.topic(KafkaTopic.DAYS),
                partitionOf(day.device()),
                day.end().toEpochMilli(),
                day.key(),
                EventJson.encode(day));
    }

    /** The day of {@code millis}, in which the device was worn for so long. */
    static DaySummary worn(DeviceId device, long millis, double seconds, int revision) {
        Instant start = Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.DAYS);
        Instant end = start.plus(1, ChronoUnit.DAYS);
        return new DaySummary(
                device,
                LocalDate.ofInstant(start, ZoneOffset.UTC),
                "UTC",
                start,
                end,
                true,
                new DaySummary.Measured(start, end, seconds, 0, 1, Map.of()),
                new DaySummary.Told(Map.of(), Map.of(), Map.of()),
                revision);
    }

    static Episode forwardNeck(DeviceId device, long startMillis, int revision) {
        Instant start = Instant.ofEpochMilli(startMillis);
        return new Episode(
                Episode.id(device, PostureIssue.FORWARD_NECK, startMillis),
                device,
                PostureIssue.FORWARD_NECK,
                EpisodeState.ACTIVE,
                start,
                start.plusSeconds(60),
                60,
                0,
                30.0,
                30.0,
                30.0,
                0,
                0,
                1,
                0,
                null,
                revision);
    }

    /** Returns once all of them are in their topics. */
    void write(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
