package plumbline.ingest.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.ServiceException;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeRecord;

/**
 * Stores records in Kafka. While Kafka is slow or away an append waits, unless the service is stopping. Once a record fails
 * for good the producer is broken, and a new one is needed.
 */
public final class UploadProducer implements IntakeLog, AutoCloseable {
    private static final List<KafkaTopic> TOPICS =
            List.of(KafkaTopic.UPLOADS, KafkaTopic.ANSWERS, KafkaTopic.DEAD_LETTERS);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaEndpoint endpoint;
    private final KafkaProducer<@Nullable String, byte[]> producer;
    private final KafkaClientMetrics metrics;
    private final BooleanSupplier stopping;
    private volatile boolean broken;

    private UploadProducer(KafkaEndpoint endpoint, Map<String, Object> settings, BooleanSupplier stopping) {
        this.endpoint = endpoint;
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.metrics = new KafkaClientMetrics(producer);
        this.stopping = stopping;
    }

    /**
     * Makes sure of Kafka and its topics, and returns a producer that knows where they are.
     *
     * @param clientId names the producer
     * @param bufferBytes what may be on its way to Kafka
     * @param stopping whether a waiting append should give up
     * @throws ServiceException where Kafka can't be reached or its topics can't be used
     */
    public static UploadProducer connect(
            KafkaEndpoint endpoint,
            String clientId,
            long bufferBytes,
            MeterRegistry registry,
            BooleanSupplier stopping) {
        try {
            new TopicProvisioner(endpoint).provision();
            UploadProducer producer =
                    new UploadProducer(endpoint, ProducerSettings.of(endpoint, clientId, bufferBytes), stopping);
            producer.learn(registry);
            return producer;
        } catch (KafkaException e) {
            throw new ServiceException("can't write to Kafka at " + endpoint.bootstrap() + ": " + reason(e), e);
        }
    }

    private void learn(MeterRegistry registry) {
        try {
            TOPICS.forEach(topic -> producer.partitionsFor(endpoint.topic(topic)));
            metrics.bindTo(registry);
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    /** Kafka's clients hide an unknown host behind "failed to construct". */
    private static String reason(KafkaException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void append(IntakeRecord record, Outcome outcome) {
        ProducerRecord<@Nullable String, byte[]> wire = toWire(record);
        try {
            while (!SendAttempt.handOver(producer, wire, failingFor(outcome))) {
                if (stopping.getAsBoolean()) {
                    outcome.failed("stopped while Kafka was away");
                    return;
                }
            }
        } catch (KafkaException e) {
            failingFor(outcome).failed(String.valueOf(e.getMessage()));
        }
    }

    private Outcome failingFor(Outcome outcome) {
        return new Outcome() {
            @Override
            public void stored() {
                outcome.stored();
            }

            @Override
            public void failed(String cause) {
                broken = true;
                outcome.failed("Kafka does not take a record: " + cause);
            }
        };
    }

    private ProducerRecord<@Nullable String, byte[]> toWire(IntakeRecord record) {
        String key = record.device() == null ? null : record.device().value();
        ProducerRecord<@Nullable String, byte[]> wire = new ProducerRecord<>(
                endpoint.topic(record.topic()), null, record.at().toEpochMilli(), key, record.value());
        record.headers().forEach((name, value) -> wire.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return wire;
    }

    /** Whether a record failed for good, so that nothing more can be stored through this producer. */
    public boolean isBroken() {
        return broken;
    }

    @Override
    public void close() {
        metrics.close();
        producer.close(CLOSE_WITHIN);
    }
}
