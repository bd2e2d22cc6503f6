package plumbline.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.TopicPrefix;

class ParkingTest {
    private static final long AT = 1_760_000_000_000L;
    private static final byte[] VALUE = {1, 2, 3};

    private final KafkaEndpoint endpoint = new KafkaEndpoint("localhost:9092", new TopicPrefix("test."));
    private final Parking parking = new Parking(endpoint);

    private static ConsumerRecord<@Nullable String, byte[]> read(ProducerRecord<@Nullable String, byte[]> written) {
        return new ConsumerRecord<>(
                written.topic(),
                Optional.ofNullable(written.partition()).orElse(0),
                0,
                written.timestamp(),
                TimestampType.CREATE_TIME,
                0,
                written.value().length,
                written.key(),
                written.value(),
                written.headers(),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            value = KafkaTopic.class,
            names = {"UPLOADS", "ANSWERS", "DEAD_LETTERS"})
    void aRecordComesHomeAsItWas(KafkaTopic topic) {
        ProducerRecord<@Nullable String, byte[]> home =
                new ProducerRecord<>(endpoint.topic(topic), null, AT, "d1", VALUE);
        home.headers().add("reason", "empty".getBytes(StandardCharsets.UTF_8));
        ProducerRecord<@Nullable String, byte[]> parked = parking.park(topic, home, 3);
        assertThat(parked.topic()).isEqualTo("test.posture.parked.v1");
        assertThat(parked.partition()).isEqualTo(3);
        assertThat(parking.home(read(parked))).contains(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"posture.parked.v1", "posture.episodes.v1", "test.posture.uploads.v1", ""})
    void aRecordThatBelongsElsewhereIsNoneOfOurs(String topic) {
        ProducerRecord<@Nullable String, byte[]> parked = new ProducerRecord<>(
                "test.posture.parked.v1",
                0,
                AT,
                "d1",
                VALUE,
                new RecordHeaders().add(Parking.HOME_HEADER, topic.getBytes(StandardCharsets.UTF_8)));
        assertThat(parking.home(read(parked))).isEmpty();
    }

    @Test
    void aRecordWithoutTheHeaderIsNoneOfOurs() {
        assertThat(parking.home(read(new ProducerRecord<>("test.posture.parked.v1", 0, AT, "d1", VALUE))))
                .isEmpty();
    }
}
