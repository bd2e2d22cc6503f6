package plumbline.simulator.kafka;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Profile;
import plumbline.contract.operator.ServiceException;

/** Writes wearers' profiles into their compacted topic. */
public final class ProfileWriter {
    private static final int GIVE_UP_MILLIS = 15_000;

    private ProfileWriter() {}

    /** Returns once Kafka holds all of them; throws {@link ServiceException} where it does not within 15 s. */
    public static void write(KafkaEndpoint kafka, Map<DeviceId, Profile> profiles) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings(kafka), new StringSerializer(), new ByteArraySerializer())) {
            Stream<Future<?>> writes = profiles.entrySet().stream()
                    .map(entry -> producer.send(new ProducerRecord<>(
                            kafka.topic(KafkaTopic.PROFILES),
                            entry.getKey().value(),
                            EventJson.encode(entry.getValue()))));
            for (Future<?> write : writes.toList()) {
                write.get();
            }
        } catch (ExecutionException e) {
            throw new ServiceException(
                    "can't write the wearers' profiles to Kafka at " + kafka.bootstrap() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("interrupted while the wearers' profiles were written", e);
        }
    }

    private static Map<String, Object> settings(KafkaEndpoint kafka) {
        Map<String, Object> settings = kafka.clientSettings("plumbline-profiles");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, GIVE_UP_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS / 3);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return settings;
    }
}
