package plumbline.ingest.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;

/** How a record is written down to wait elsewhere for its partition, and read again to go home. */
final class Parking {
    /** Names the topic that a parked record belongs to, without a prefix. */
    static final String HOME_HEADER = "parked-for";

    /** Where a parked record may belong. */
    static final List<KafkaTopic> HOMES = List.of(KafkaTopic.UPLOADS, KafkaTopic.ANSWERS, KafkaTopic.DEAD_LETTERS);

    private final KafkaEndpoint endpoint;

    Parking(KafkaEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** All that an ingester writes to: the homes, and where records wait for them. */
    static List<String> topics(KafkaEndpoint endpoint) {
        return Stream.concat(HOMES.stream(), Stream.of(KafkaTopic.PARKED))
                .map(endpoint::topic)
                .toList();
    }

    /** The same record, its time and headers too, to wait in {@code partition} of the parked. */
    ProducerRecord<@Nullable String, byte[]> park(
            KafkaTopic topic, ProducerRecord<@Nullable String, byte[]> home, int partition) {
        ProducerRecord<@Nullable String, byte[]> parked = new ProducerRecord<>(
                endpoint.topic(KafkaTopic.PARKED),
                partition,
                home.timestamp(),
                home.key(),
                home.value(),
                home.headers());
        parked.headers().add(HOME_HEADER, topic.baseName().getBytes(StandardCharsets.UTF_8));
        return parked;
    }

    /** The record as it was before it was parked; nothing where it is none of ours. */
    Optional<ProducerRecord<@Nullable String, byte[]>> home(ConsumerRecord<@Nullable String, byte[]> parked) {
        return topicOf(parked).map(topic -> {
            ProducerRecord<@Nullable String, byte[]> home = new ProducerRecord<>(
                    endpoint.topic(topic), null, parked.timestamp(), parked.key(), parked.value(), parked.headers());
            home.headers().remove(HOME_HEADER);
            return home;
        });
    }

    private static Optional<KafkaTopic> topicOf(ConsumerRecord<@Nullable String, byte[]> parked) {
        Header header = parked.headers().lastHeader(HOME_HEADER);
        if (header == null || parked.value() == null) {
            return Optional.empty();
        }
        String name = new String(header.value(), StandardCharsets.UTF_8);
        return HOMES.stream().filter(topic -> topic.baseName().equals(name)).findFirst();
    }
}
