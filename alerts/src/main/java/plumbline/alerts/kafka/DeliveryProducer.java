package plumbline.alerts.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import plumbline.alerts.lane.StepRecorder;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DeadLetter;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.RejectReason;
import plumbline.contract.kafka.DevicePartition;

/** Writes deliveries and dead letters. While Kafka is away it waits, and its callers with it. */
public final class DeliveryProducer implements StepRecorder, AutoCloseable {
    private static final Duration MAX_BLOCK = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final int LINGER_MILLIS = 5;

    private final KafkaEndpoint endpoint;
    private final int partitions;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final Consumer<Throwable> faults;
    private final KafkaProducer<String, byte[]> producer;
    private volatile boolean closing;

    /**
     * @param partitions of each topic
     * @param faults hears of what waiting does not heal
     */
    public DeliveryProducer(
            KafkaEndpoint endpoint,
            int partitions,
            InstantSource clock,
            MeterRegistry registry,
            Consumer<Throwable> faults) {
        this.endpoint = endpoint;
        this.partitions = partitions;
        this.clock = clock;
        this.registry = registry;
        this.faults = faults;
        this.producer = new KafkaProducer<>(settings(endpoint));
    }

    private static Map<String, Object> settings(KafkaEndpoint endpoint) {
        Map<String, Object> settings = endpoint.clientSettings("plumbline-alerts");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        return settings;
    }

    @Override
    public void record(Delivery step, Runnable stored) {
        int partition = DevicePartition.of(step.device().value(), partitions);
        String topic = endpoint.topic(KafkaTopic.DELIVERIES);
        send(new ProducerRecord<>(topic, partition, now(), step.key(), EventJson.encode(step)), stored);
    }

    /** Keeps a record that means nothing as a dead letter, beside its device's other records. */
    void reject(ConsumerRecord<String, byte[]> read, RejectReason reason, String detail, Runnable stored) {
        String device = Optional.ofNullable(read.key())
                .flatMap(DeviceId::parse)
                .map(DeviceId::value)
                .orElse(null);
        DeadLetter letter = new DeadLetter(device, reason, detail, read.topic(), clock.instant());
        String topic = endpoint.topic(KafkaTopic.DEAD_LETTERS);
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(topic, read.partition(), now(), device, read.value());
        Counter.builder("plumbline.alerts.rejects")
                .description("Records that are no reminder or answer")
                .tag("reason", reason.word())
                .register(registry)
                .increment();
        letter.headers().forEach((name, value) -> copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(copy, stored);
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
    private void send(ProducerRecord<String, byte[]> outgoing, Runnable stored) {
        while (!closing) {
            try {
                producer.send(outgoing, (metadata, fault) -> sent(fault, stored));
                return;
            } catch (TimeoutException e) {
                // Its buffer is full or Kafka unknown yet: the next try waits again.
            }
        }
    }

    private void sent(@Nullable Exception fault, Runnable stored) {
        if (fault == null) {
            stored.run();
        } else if (!closing) {
            faults.accept(fault);
        }
    }

    @Override
    public void close() {
        closing = true;
        producer.close(CLOSE_WITHIN);
    }
}
