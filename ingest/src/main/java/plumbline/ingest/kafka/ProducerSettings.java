package plumbline.ingest.kafka;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.KafkaEndpoint;

/** How the ingester writes to Kafka: every record acknowledged by all replicas, retried without end, in few large requests. */
final class ProducerSettings {
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MILLIS = 20;
    private static final int MAX_BLOCK_MILLIS = 5_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 10_000;

    /** So soon it is seen that a partition is back, where nothing waits for it. */
    private static final int METADATA_MAX_AGE_MILLIS = 10_000;

    private ProducerSettings() {}

    /** @param bufferBytes what may be on its way to Kafka */
    static KafkaProducer<@Nullable String, byte[]> open(KafkaEndpoint endpoint, String clientId, long bufferBytes) {
        return new KafkaProducer<>(
                of(endpoint, clientId, bufferBytes), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> of(KafkaEndpoint endpoint, String clientId, long bufferBytes) {
        Map<String, Object> settings = endpoint.clientSettings(clientId);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MILLIS);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return settings;
    }
}
