package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.ingest.IngestService;
import plumbline.ingest.IngestSettings;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.standalone.embedded.EmbeddedMqtt;

/** Both brokers, a device side that publishes, and ingesters under prefixes of their own. */
final class IngestFixture implements AutoCloseable {
    static final Instant ARRIVAL = Instant.parse("2026-01-01T10:00:00Z");
    static final Duration READY_WITHIN = Duration.ofSeconds(60);
    static final String JSON = "application/json";

    private static final Duration EXPIRY = Duration.ofHours(1);
    private static final UploadCodec CODEC = new UploadCodec();

    private final Path folder;
    private final EmbeddedMqtt mqtt = EmbeddedMqtt.start(0);
    private final Mqtt5BlockingClient publisher;
    private EmbeddedKafka kafka;

    IngestFixture(Path folder) {
        this.folder = folder;
        kafka = EmbeddedKafka.start(0, folder);
        publisher = MqttClient.builder()
                .identifier("publisher")
                .serverHost(mqtt.endpoint().host())
                .serverPort(mqtt.endpoint().port())
                .useMqttVersion5()
                .buildBlocking();
        publisher.connect();
    }

    MqttEndpoint mqtt() {
        return mqtt.endpoint();
    }

    KafkaEndpoint kafka(String prefix) {
        return new KafkaEndpoint(kafka.bootstrap(), new TopicPrefix(prefix));
    }

    void stopKafka() {
        kafka.close();
    }

    void restartKafka() {
        kafka = EmbeddedKafka.start(kafka.port(), folder);
    }

    /** An ingester that is ready; its session at the broker is {@code <prefix>ingest}. */
    IngestService start(MqttEndpoint endpoint, String prefix, SimpleMeterRegistry registry) {
        return start(endpoint, prefix, IngestSettings.alone(prefix + "ingest"), registry);
    }

    IngestService start(MqttEndpoint endpoint, String prefix, IngestSettings settings, SimpleMeterRegistry registry) {
        Clock clock = Clock.fixed(ARRIVAL, ZoneOffset.UTC);
        IngestService service = new IngestService(endpoint, kafka(prefix), settings, clock, registry);
        service.start();
        await().atMost(READY_WITHIN).until(service::isReady);
        return service;
    }

    /** Returns once the broker has taken charge of it. */
    void publish(String topic, byte[] payload, String contentType) {
        Mqtt5PublishResult result = publisher
                .publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType(contentType)
                .messageExpiryInterval(EXPIRY.toSeconds())
                .payload(payload)
                .send();
        assertThat(((Mqtt5PublishResult.Mqtt5Qos1Result) result).getPubAck().getReasonCode())
                .isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
    }

    /** One upload of two readings for each seq. */
    void publishSeqs(String device, int from, int to) {
        for (int seq = from; seq < to; seq++) {
            publish("posture/v1/" + device + "/up/readings", json(seq), JSON);
        }
    }

    /** Holds that so many uploads of the device {@code d} are stored; some may be twice, so as many records are not yet all. */
    void assertAllStored(String prefix, int count) {
        try (KafkaReader reader = new KafkaReader(kafka(prefix), KafkaTopic.UPLOADS)) {
            List<ConsumerRecord<String, byte[]>> records = reader.atLeast(count);
            int before = 0;
            while (seqs(records, "d").size() < count && records.size() > before) {
                before = records.size();
                records = reader.atLeast(before + 1);
            }
            assertThat(seqs(records, "d"))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, count).boxed().toList());
        }
    }

    static byte[] json(int seq) {
        String json = "{\"v\":1,\"boot\":1,\"seq\":%d,\"start\":1760000000000,\"interval\":1000,\"neck\":[12.1,null]}";
        return json.formatted(seq).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] binary(int seq) {
        return CODEC.encodeBinary(accepted(CODEC.decode(new DeviceId("any"), json(seq), JSON)));
    }

    private static Upload accepted(Decoded<Upload> decoded) {
        return ((Decoded.Accepted<Upload>) decoded).value();
    }

    static Set<Integer> seqs(List<ConsumerRecord<String, byte[]>> records, String device) {
        return records.stream()
                .filter(record -> device.equals(record.key()))
                .map(record ->
                        (int) accepted(CODEC.decodeBinary(record.value())).seq())
                .collect(Collectors.toSet());
    }

    static double metric(SimpleMeterRegistry registry, String name) {
        return registry.get("plumbline.ingest." + name)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    @Override
    public void close() {
        publisher.disconnect();
        mqtt.close();
        kafka.close();
    }
}
