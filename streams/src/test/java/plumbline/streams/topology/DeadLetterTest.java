package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Profile;
import plumbline.streams.Sitter;

/** What can't be used is published as it came, with the reason, and the flow goes on. */
class DeadLetterTest extends PipelineScene {
    private static final Instant AT = Sitter.BEGIN;

    @AfterEach
    void theFlowGoesOn() {
        new Sitter(pipeline::upload).perUpload(1).at(AT.plusSeconds(10)).bad(421);
        assertThat(pipeline.published(KafkaTopic.REMINDERS)).hasSize(1);
    }

    private TestRecord<String, byte[]> letter() {
        List<TestRecord<String, byte[]>> letters = pipeline.published(KafkaTopic.DEAD_LETTERS);
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    @Test
    void anUploadThatIsNoProtobufIsKeptAsItCame() {
        byte[] bytes = {8, 1, 82};
        pipeline.arrives(KafkaTopic.UPLOADS, Pipeline.DEVICE, bytes, AT);

        TestRecord<String, byte[]> letter = letter();
        assertThat(letter.key()).isEqualTo(Pipeline.DEVICE);
        assertThat(letter.value()).isEqualTo(bytes);
        assertThat(letter.getRecordTime()).isEqualTo(AT);
        assertThat(Pipeline.headers(letter))
                .contains("reason: not_protobuf", "source-topic: posture.uploads.v1", "time: 2026-03-04T10:00:00Z");
        assertThat(pipeline.registry
                        .get("plumbline.rejected")
                        .tag("reason", "not_protobuf")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    static Stream<String> badKeys() {
        return Stream.of("", "a/b", "a+b", "#", "$SYS", "pl\u0000", "x".repeat(65));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void aKeyThatIsNoDeviceIdIsRejected(String key) {
        keyIsRejected(key);
    }

    @Test
    void aRecordWithoutAKeyIsRejected() {
        keyIsRejected(null);
    }

    private void keyIsRejected(@Nullable String key) {
        pipeline.arrives(KafkaTopic.UPLOADS, key, new byte[] {1}, AT);

        TestRecord<String, byte[]> letter = letter();
        assertThat(letter.key()).isEqualTo(key);
        assertThat(Pipeline.headers(letter)).contains("reason: bad_device_id");
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z"})
    void aClockInAnotherTimeWithoutSentAtIsRejected(Instant clock) {
        new Sitter(upload -> pipeline.upload(upload, AT)).at(clock).restarts().bad(10);

        assertThat(Pipeline.headers(letter())).contains("reason: clock_out_of_range");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"v\":1,\"settings\":{\"forward-neck.lnog\":\"5m\"}} | unknown_setting",
                "{\"v\":1,\"settings\":{\"forward-neck.long\":\"soon\"}} | unknown_setting",
                "{\"v\":1,\"zone\":\"Mars/Base\"} | unknown_setting",
                "{\"v\":1,\"settings\":{\"zone\":null}} | bad_field",
                "{\"v\":1,\"avoid\":[\"walk\",null]} | bad_field",
                "{\"v\":1,\"pausedUntil\":\"+900000000-01-01T00:00:00Z\"} | bad_field",
                "{\"v\":1,\"pausedUntil\":\"tomorrow\"} | bad_field",
                "{\"v\":2} | unknown_version",
                "{} | unknown_version",
                "{\"v\":1 | not_json",
                "null | empty"
            })
    void aBadProfileIsRejectedWhole(String json, String reason) {
        pipeline.arrives(KafkaTopic.PROFILES, json, AT);

        assertThat(Pipeline.headers(letter())).contains("reason: " + reason, "source-topic: posture.profiles.v1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"v\":1,\"at\":1,\"pain\":{\"days\":1,\"signs\":[null]}} | bad_field",
                "{\"v\":1,\"at\":1,\"pain\":{\"days\":-1}} | bad_field",
                "{\"v\":1,\"at\":1} | bad_field",
                "{\"v\":1,\"at\":9223372036854775807,\"finished\":{\"kind\":\"walk\"}} | bad_field",
                "{\"v\":1,\"at\":1,\"reminder\":\"x\",\"answer\":\"perhaps\"} | bad_field",
                "[] | not_json"
            })
    void aBadAnswerIsRejected(String json, String reason) {
        pipeline.arrives(KafkaTopic.ANSWERS, json, AT);

        assertThat(Pipeline.headers(letter())).contains("reason: " + reason, "source-topic: posture.answers.v1");
    }

    @Test
    void aProfileOfExactlyEightKibibytesIsRead() {
        pipeline.arrives(KafkaTopic.PROFILES, Pipeline.DEVICE, profileOf(Profile.MAX_BYTES), AT);

        assertThat(pipeline.published(KafkaTopic.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void aProfileOfOneByteMoreIsNot() {
        pipeline.arrives(KafkaTopic.PROFILES, Pipeline.DEVICE, profileOf(Profile.MAX_BYTES + 1), AT);

        assertThat(Pipeline.headers(letter()))
                .contains("reason: too_large", "detail: 8193 bytes; at most 8192 are allowed");
    }

    private static byte[] profileOf(int bytes) {
        String json = "{\"v\":1}";
        return (json + " ".repeat(bytes - json.length())).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTombstoneIsNoUploadAndNoAnswer() {
        pipeline.arrives(KafkaTopic.UPLOADS, Pipeline.DEVICE, null, AT);
        assertThat(Pipeline.headers(letter())).contains("reason: empty");

        pipeline.arrives(KafkaTopic.ANSWERS, Pipeline.DEVICE, null, AT);
        assertThat(Pipeline.headers(letter())).contains("reason: empty");
    }
}
