package plumbline.ingest.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.ServiceException;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeRecord;

/**
 * Stores records in Kafka. While Kafka is slow or away an append waits, unless the service is stopping. A record whose
 * partition alone is away is parked. Once a record fails for good, or waits for a partition that went away meanwhile, the
 * producer is broken, and a new one is needed.
 */
public final class UploadProducer implements IntakeLog, AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaEndpoint endpoint;
    private final KafkaProducer<@Nullable String, byte[]> producer;
    private final KafkaClientMetrics metrics;
    private final ParkingLot lot;
    private final Counter parked;
    private final BooleanSupplier stopping;
    private volatile boolean broken;

    private UploadProducer(
            KafkaEndpoint endpoint,
            KafkaProducer<@Nullable String, byte[]> producer,
            MeterRegistry registry,
            BooleanSupplier stopping) {
        this.endpoint = endpoint;
        this.producer = producer;
        this.stopping = stopping;
        lot = ParkingLot.open(endpoint, producer::partitionsFor);
        parked = Counter.builder("plumbline.ingest.parked")
                .description("Messages stored elsewhere, since their partition is away")
                .register(registry);
        metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
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
            return new UploadProducer(endpoint, open(endpoint, clientId, bufferBytes), registry, stopping);
        } catch (KafkaException e) {
            throw new ServiceException("can't write to Kafka at " + endpoint.bootstrap() + ": " + reason(e), e);
        }
    }

    /** A producer that knows where the topics are. */
    private static KafkaProducer<@Nullable String, byte[]> open(
            KafkaEndpoint endpoint, String clientId, long bufferBytes) {
        KafkaProducer<@Nullable String, byte[]> producer = ProducerSettings.open(endpoint, clientId, bufferBytes);
        try {
            Parking.topics(endpoint).forEach(producer::partitionsFor);
            return producer;
        } catch (KafkaException e) {
            producer.close(CLOSE_WITHIN);
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
        try {
            while (!handOver(record, outcome)) {
                if (stopping.getAsBoolean()) {
                    outcome.failed("stopped while Kafka was away");
                    return;
                }
                Optional<String> heldUp = heldUp();
                if (heldUp.isPresent()) {
                    outcome.failed(heldUp.get());
                    return;
                }
            }
        } catch (KafkaException e) {
            failingFor(outcome).failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<String> heldUp() {
        Optional<String> cause = lot.heldUp();
        broken |= cause.isPresent();
        return cause;
    }

    private boolean handOver(IntakeRecord record, Outcome outcome) {
        ProducerRecord<@Nullable String, byte[]> home = toWire(record);
        Optional<ProducerRecord<@Nullable String, byte[]>> elsewhere = lot.park(record.topic(), home);
        return elsewhere.isPresent()
                ? SendAttempt.handOver(producer, elsewhere.get(), parkedFor(outcome))
                : SendAttempt.handOver(producer, home, failingFor(outcome));
    }

    private Outcome parkedFor(Outcome outcome) {
        Outcome failing = failingFor(outcome);
        return new Outcome() {
            @Override
            public void stored() {
                parked.increment();
                failing.stored();
            }

            @Override
            public void failed(String cause) {
                failing.failed(cause);
            }
        };
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

    /** The names of those partitions of our topics that have no leader. */
    public List<String> partitionsAway() {
        return lot.away();
    }

    /** Whether a record failed for good, so that nothing more can be stored through this producer. */
    public boolean isBroken() {
        return broken;
    }

    @Override
    public void close() {
        lot.close();
        metrics.close();
        producer.close(CLOSE_WITHIN);
    }
}
