package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.RejectReason;

class UploadIntakeTest {
    private static final Instant ARRIVAL = Instant.parse("2026-01-01T10:00:00Z");
    private static final String READINGS = "posture/v1/d1/up/readings";
    private static final String ANSWERS = "posture/v1/d1/up/answers";
    private static final String GOOD =
            "{\"v\":1,\"boot\":7,\"seq\":5,\"start\":1760000000000,\"interval\":1000,\"neck\":[12.1,null,12.4]}";
    private static final DeviceId DEVICE = new DeviceId("d1");

    private final UploadIntake intake = new UploadIntake();
    private final UploadCodec codec = new UploadCodec();

    private IntakeRecord judge(String topic, byte[] payload, @Nullable String contentType) {
        return intake.judge(InboundPublish.of(1, topic, payload, contentType, ARRIVAL));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] binary() {
        UploadCodec codec = new UploadCodec();
        return codec.encodeBinary(accepted(codec.decode(DEVICE, bytes(GOOD), null)));
    }

    private static Upload accepted(Decoded<Upload> decoded) {
        return ((Decoded.Accepted<Upload>) decoded).value();
    }

    private static String neck(int readings, String angle) {
        return "{\"v\":1,\"boot\":7,\"seq\":5,\"start\":1760000000000,\"interval\":1000,\"neck\":["
                + String.join(",", Stream.generate(() -> angle).limit(readings).toList()) + "]}";
    }

    @Test
    void aJsonUploadIsStoredInItsBinaryForm() {
        IntakeRecord record = judge(READINGS, bytes(GOOD), "application/json");
        assertThat(record.topic()).isEqualTo(KafkaTopic.UPLOADS);
        assertThat(record.device()).isEqualTo(DEVICE);
        assertThat(record.at()).isEqualTo(ARRIVAL);
        assertThat(record.headers()).isEmpty();
        assertThat(record.rejected()).isNull();
        assertThat(codec.decodeBinary(record.value())).isEqualTo(codec.decode(DEVICE, bytes(GOOD), null));
    }

    @Test
    void aBinaryUploadIsStoredAsItCameWithWhatItHoldsMore() {
        byte[] withUnknownField = Arrays.copyOf(binary(), binary().length + 3);
        withUnknownField[binary().length] = (byte) 0x98; // field 99, varint
        withUnknownField[binary().length + 1] = 0x06;
        withUnknownField[binary().length + 2] = 1;
        IntakeRecord record = judge(READINGS, withUnknownField, null);
        assertThat(record.topic()).isEqualTo(KafkaTopic.UPLOADS);
        assertThat(record.value()).isSameAs(withUnknownField);
    }

    @Test
    void anAnswerIsStoredAsItCame() {
        byte[] answer = bytes("{\"v\":1,\"at\":1760000000000,\"reminder\":\"r\",\"answer\":\"done\",\"more\":1}");
        IntakeRecord record = judge(ANSWERS, answer, null);
        assertThat(record.topic()).isEqualTo(KafkaTopic.ANSWERS);
        assertThat(record.device()).isEqualTo(DEVICE);
        assertThat(record.value()).isSameAs(answer);
    }

    static Stream<Arguments> badUploads() {
        byte[] truncated = Arrays.copyOf(binary(), binary().length - 1);
        return Stream.of(
                Arguments.of("empty", new byte[0], RejectReason.EMPTY),
                Arguments.of("not JSON", bytes("{boot"), RejectReason.NOT_JSON),
                Arguments.of("cut JSON", bytes(GOOD.substring(0, 40)), RejectReason.NOT_JSON),
                Arguments.of("truncated protobuf", truncated, RejectReason.NOT_PROTOBUF),
                Arguments.of(
                        "unknown version", bytes(GOOD.replace("\"v\":1", "\"v\":2")), RejectReason.UNKNOWN_VERSION),
                Arguments.of(
                        "unequal lengths",
                        bytes(GOOD.replace("}", ",\"shoulder\":[1,2]}")),
                        RejectReason.UNEQUAL_LENGTHS),
                Arguments.of("1,001 readings", bytes(neck(1_001, "1")), RejectReason.TOO_MANY_READINGS),
                Arguments.of("over 64 KiB", padded(Upload.MAX_BYTES + 1), RejectReason.TOO_LARGE),
                Arguments.of("NaN", bytes(neck(2, "NaN")), RejectReason.NON_FINITE),
                Arguments.of("infinite", bytes(neck(2, "1e999")), RejectReason.NON_FINITE),
                Arguments.of(
                        "wrong device", bytes(GOOD.replace("}", ",\"device\":\"d2\"}")), RejectReason.WRONG_DEVICE));
    }

    private static byte[] padded(int length) {
        byte[] padded = new byte[length];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(bytes(GOOD), 0, padded, 0, GOOD.length());
        return padded;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badUploads")
    void badInputBecomesADeadLetterWithItsReasonAndBytesAndTheNextGoodOnePasses(
            String name, byte[] payload, RejectReason reason) {
        IntakeRecord record = judge(READINGS, payload, null);
        assertThat(record.topic()).isEqualTo(KafkaTopic.DEAD_LETTERS);
        assertThat(record.rejected()).isEqualTo(reason);
        assertThat(record.device()).isEqualTo(DEVICE);
        assertThat(record.value()).isEqualTo(payload);
        assertThat(record.at()).isEqualTo(ARRIVAL);
        assertThat(record.headers())
                .containsEntry("reason", reason.word())
                .containsEntry("source-topic", READINGS)
                .containsEntry("time", "2026-01-01T10:00:00Z")
                .containsKey("detail")
                .doesNotContainKey(UploadIntake.SENT_BYTES_HEADER);
        assertThat(judge(READINGS, bytes(GOOD), null).topic()).isEqualTo(KafkaTopic.UPLOADS);
    }

    @Test
    void theLargestUploadsPass() {
        assertThat(judge(READINGS, padded(Upload.MAX_BYTES), null).rejected()).isNull();
        assertThat(judge(READINGS, bytes(neck(1_000, "1")), null).rejected()).isNull();
    }

    static Stream<String> badDevices() {
        return Stream.of("a/b", "a+b", "a#b", "$a", "a\0b", "", "a b", "ä", "a\nb", "..", "x".repeat(65));
    }

    @ParameterizedTest
    @MethodSource("badDevices")
    void aTopicWithoutADeviceIdIsADeadLetterOfNoDevice(String device) {
        for (String suffix : new String[] {"/up/readings", "/up/answers"}) {
            IntakeRecord record = judge("posture/v1/" + device + suffix, bytes(GOOD), null);
            assertThat(record.topic()).isEqualTo(KafkaTopic.DEAD_LETTERS);
            assertThat(record.rejected()).isEqualTo(RejectReason.BAD_DEVICE_ID);
            assertThat(record.device()).isNull();
            assertThat(record.value()).isEqualTo(bytes(GOOD));
            assertThat(record.headers().get("detail")).doesNotContain("\0", "\n");
        }
    }

    @Test
    void aDeviceIdOfSixtyFourCharactersPasses() {
        String device = "x".repeat(DeviceId.MAX_LENGTH);
        assertThat(judge("posture/v1/" + device + "/up/readings", bytes(GOOD), null)
                        .device())
                .isEqualTo(new DeviceId(device));
    }

    @ParameterizedTest
    @ValueSource(strings = {"posture/v1/d1/up/status", "posture/v2/d1/up/readings", "posture/v1/d1", "x"})
    void aTopicThatIsNotTakenInIsADeadLetter(String topic) {
        assertThat(judge(topic, bytes(GOOD), null).rejected()).isEqualTo(RejectReason.BAD_TOPIC);
    }

    @Test
    void aBadAnswerIsADeadLetter() {
        IntakeRecord record = judge(ANSWERS, bytes("{\"v\":1,\"at\":1760000000000}"), null);
        assertThat(record.topic()).isEqualTo(KafkaTopic.DEAD_LETTERS);
        assertThat(record.rejected()).isEqualTo(RejectReason.BAD_FIELD);
    }

    @Test
    void aPayloadAtTheKeptMaximumIsKeptWhole() {
        IntakeRecord record = judge(READINGS, padded(InboundPublish.MAX_KEPT_BYTES), null);
        assertThat(record.rejected()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(record.value()).hasSize(InboundPublish.MAX_KEPT_BYTES);
        assertThat(record.headers()).doesNotContainKey(UploadIntake.SENT_BYTES_HEADER);
    }

    @Test
    void aLargerPayloadIsCutAndTheDeadLetterSaysHowLargeItWas() {
        byte[] payload = padded(InboundPublish.MAX_KEPT_BYTES + 1);
        IntakeRecord record = judge(READINGS, payload, null);
        assertThat(record.rejected()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(record.value()).isEqualTo(Arrays.copyOf(payload, InboundPublish.MAX_KEPT_BYTES));
        assertThat(record.headers()).containsEntry(UploadIntake.SENT_BYTES_HEADER, "131073");
    }

    @Test
    void theStatedContentTypeDecidesBeforeTheFirstByte() {
        assertThat(judge(READINGS, bytes(GOOD), "application/x-protobuf").rejected())
                .isEqualTo(RejectReason.NOT_PROTOBUF);
        assertThat(judge(READINGS, binary(), "application/json").rejected()).isEqualTo(RejectReason.NOT_JSON);
        assertThat(judge(READINGS, bytes(GOOD), "text/plain").rejected()).isNull();
    }
}
