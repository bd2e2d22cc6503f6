package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.DeviceTopic;
import plumbline.contract.event.KafkaTopic;

/** Whatever comes by whatever topic has its place: usable where it says so, else with the reason and its own bytes. */
class IntakeFuzzTest {
    private static final UploadIntake INTAKE = new UploadIntake();
    private static final List<String> TOPICS = List.of(
            "posture/v1/d-1/up/readings",
            "posture/v1/d-1/up/answers",
            "posture/v1/d 1/up/readings",
            "posture/v1/d-1/up/status",
            "elsewhere");

    @FuzzTest(maxDuration = "2m")
    void message(FuzzedDataProvider data) {
        String topic = data.consumeBoolean() ? data.pickValue(TOPICS) : data.consumeString(100);
        String contentType = contentType(data);
        byte[] payload = data.consumeRemainingAsBytes();

        IntakeRecord record = INTAKE.judge(InboundPublish.of(1, topic, payload, contentType, Instant.EPOCH));

        if (record.topic() == KafkaTopic.UPLOADS) {
            assertThat(new UploadCodec().decodeBinary(record.value())).isInstanceOf(Decoded.Accepted.class);
        } else if (record.topic() == KafkaTopic.ANSWERS) {
            assertThat(AnswerCodec.decode(record.value())).isInstanceOf(Decoded.Accepted.class);
        } else {
            assertThat(record.topic()).isEqualTo(KafkaTopic.DEAD_LETTERS);
            assertThat(record.value()).isEqualTo(payload);
            assertThat(record.headers()).containsKeys("reason", "detail", "source-topic", "time");
        }
        if (record.device() != null) {
            assertThat(DeviceTopic.parse(topic).map(DeviceTopic::device)).contains(record.device());
        }
    }

    private static @Nullable String contentType(FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 3)) {
            case 0 -> "application/json";
            case 1 -> "application/x-protobuf";
            case 2 -> data.consumeString(20);
            default -> null;
        };
    }
}
