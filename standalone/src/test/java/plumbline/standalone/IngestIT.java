package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.RejectReason;
import plumbline.ingest.IngestService;

class IngestIT {
    @TempDir
    private static Path folder;

    private static IngestFixture fixture;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeAll
    static void startBrokers() throws Exception {
        fixture = new IngestFixture(folder);
    }

    @AfterAll
    static void stopBrokers() {
        fixture.close();
    }

    private double metric(String name) {
        return IngestFixture.metric(registry, name);
    }

    @Test
    void uploadsInBothFormsAndAnswersReachTheirTopicsUnderTheirDevice() throws Exception {
        byte[] binary = IngestFixture.binary(2);
        byte[] answer = "{\"v\":1,\"at\":1760000000000,\"reminder\":\"r\",\"answer\":\"done\"}"
                .getBytes(StandardCharsets.UTF_8);
        try (IngestService service = fixture.start(fixture.mqtt(), "forms.", registry);
                KafkaReader uploads = new KafkaReader(fixture.kafka("forms."), KafkaTopic.UPLOADS);
                KafkaReader answers = new KafkaReader(fixture.kafka("forms."), KafkaTopic.ANSWERS)) {
            fixture.publishSeqs("forms", 1, 2);
            fixture.publish("posture/v1/forms/up/readings", binary, "application/x-protobuf");
            fixture.publish("posture/v1/forms/up/answers", answer, IngestFixture.JSON);
            List<ConsumerRecord<String, byte[]>> stored = uploads.atLeast(2);
            assertThat(IngestFixture.seqs(stored, "forms")).containsExactlyInAnyOrder(1, 2);
            assertThat(stored).allMatch(record -> record.timestamp() == IngestFixture.ARRIVAL.toEpochMilli());
            assertThat(stored).anyMatch(record -> Arrays.equals(record.value(), binary));
            assertThat(answers.atLeast(1)).singleElement().satisfies(record -> {
                assertThat(record.key()).isEqualTo("forms");
                assertThat(record.value()).isEqualTo(answer);
            });
            await().untilAsserted(() -> assertThat(metric("unacknowledged")).isZero());
            assertThat(metric("stored")).isEqualTo(3);
            assertThat(service.fault()).isEmpty();
        }
    }

    private static Map<String, RejectReason> badPayloads() {
        Map<String, RejectReason> bad = new LinkedHashMap<>();
        String start = "{\"v\":1,\"boot\":1,\"seq\":1,\"start\":1,\"interval\":9,";
        bad.put("", RejectReason.EMPTY);
        bad.put("{boot", RejectReason.NOT_JSON);
        bad.put("{\"v\":9}", RejectReason.UNKNOWN_VERSION);
        bad.put(start + "\"neck\":[NaN]}", RejectReason.NON_FINITE);
        bad.put(start + "\"neck\":[1],\"device\":\"x\"}", RejectReason.WRONG_DEVICE);
        bad.put(start + "\"neck\":[1],\"shoulder\":[1,2]}", RejectReason.UNEQUAL_LENGTHS);
        bad.put(start + "\"neck\":[1" + ",1".repeat(1_000) + "]}", RejectReason.TOO_MANY_READINGS);
        bad.put("x".repeat(200 * 1024), RejectReason.TOO_LARGE);
        return bad;
    }

    @Test
    void everyBadInputBecomesADeadLetterAndTheGoodOnesAroundItArrive() throws Exception {
        Map<String, RejectReason> bad = badPayloads();
        try (IngestService service = fixture.start(fixture.mqtt(), "bad.", registry);
                KafkaReader uploads = new KafkaReader(fixture.kafka("bad."), KafkaTopic.UPLOADS);
                KafkaReader deadLetters = new KafkaReader(fixture.kafka("bad."), KafkaTopic.DEAD_LETTERS)) {
            int seq = 0;
            for (String payload : bad.keySet()) {
                publish("bad", payload);
                fixture.publishSeqs("bad", seq++, seq);
            }
            publish("y".repeat(65), "{}");
            List<ConsumerRecord<String, byte[]>> letters = deadLetters.atLeast(bad.size() + 1);
            assertThat(letters).hasSize(bad.size() + 1);
            bad.forEach((payload, reason) -> assertLetter(letters, "bad", reason, payload));
            assertLetter(letters, null, RejectReason.BAD_DEVICE_ID, "{}");
            assertThat(IngestFixture.seqs(uploads.atLeast(seq), "bad")).hasSize(seq);
            await().untilAsserted(() -> assertThat(metric("unacknowledged")).isZero());
            bad.values().forEach(this::assertCountedOnce);
            assertThat(service.isReady()).isTrue();
        }
    }

    private void publish(String device, String payload) throws Exception {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        fixture.publish("posture/v1/" + device + "/up/readings", bytes, IngestFixture.JSON);
    }

    private void assertCountedOnce(RejectReason reason) {
        assertThat(registry.get("plumbline.ingest.rejected")
                        .tag("reason", reason.word())
                        .counter()
                        .count())
                .as(reason.word())
                .isEqualTo(1);
    }

    private static void assertLetter(
            List<ConsumerRecord<String, byte[]>> letters, String device, RejectReason reason, String payload) {
        ConsumerRecord<String, byte[]> letter = letters.stream()
                .filter(record -> header(record, "reason").equals(reason.word()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no dead letter for " + reason));
        assertThat(letter.key()).isEqualTo(device);
        String kept = new String(letter.value(), StandardCharsets.UTF_8);
        if (payload.length() > 128 * 1024) {
            assertThat(payload).startsWith(kept);
            assertThat(header(letter, "sent-bytes")).isEqualTo(Integer.toString(payload.length()));
        } else {
            assertThat(kept).isEqualTo(payload);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
