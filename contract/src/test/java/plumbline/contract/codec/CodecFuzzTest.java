package plumbline.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopic;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Profile;

/**
 * Whatever bytes come: the answer is a value, never an exception, it takes no more memory than the bytes are worth, and
 * what is accepted survives being written and read again. Runs its corpus with every build; {@code JAZZER_FUZZ=1} searches.
 */
class CodecFuzzTest {
    private static final DeviceId DEVICE = new DeviceId("d-1");
    private static final UploadCodec UPLOADS = new UploadCodec();

    @FuzzTest(maxDuration = "2m")
    void jsonUpload(byte[] payload) {
        upload(payload, "application/json");
    }

    @FuzzTest(maxDuration = "2m")
    void binaryUpload(byte[] payload) {
        upload(payload, "application/x-protobuf");
    }

    private static void upload(byte[] payload, String contentType) {
        Decoded<Upload> decoded = Frugal.decode(payload, () -> UPLOADS.decode(DEVICE, payload, contentType));
        if (decoded instanceof Decoded.Accepted<Upload> accepted) {
            Upload upload = accepted.value();
            assertThat(UPLOADS.decodeBinary(UPLOADS.encodeBinary(upload))).isEqualTo(decoded);
            assertThat(UPLOADS.decode(DEVICE, UPLOADS.encodeJson(upload), null)).isEqualTo(decoded);
        }
    }

    @FuzzTest(maxDuration = "1m")
    void answer(byte[] payload) {
        Decoded<Answer> decoded = Frugal.decode(payload, () -> AnswerCodec.decode(payload));
        if (decoded instanceof Decoded.Accepted<Answer> accepted) {
            assertThat(AnswerCodec.decode(AnswerCodec.encode(accepted.value()))).isEqualTo(decoded);
        }
    }

    @FuzzTest(maxDuration = "1m")
    void profile(byte[] payload) {
        Decoded<Profile> decoded = Frugal.decode(payload, () -> ProfileCodec.decode(payload));
        if (decoded instanceof Decoded.Accepted<Profile> accepted) {
            assertThat(ProfileCodec.decode(EventJson.encode(accepted.value()))).isEqualTo(decoded);
        }
    }

    @FuzzTest(maxDuration = "1m")
    void topic(byte[] payload) {
        String name = new String(payload, StandardCharsets.UTF_8);
        Frugal.decode(payload, () -> DeviceTopic.parse(name))
                .ifPresent(topic -> assertThat(topic.name()).isEqualTo(name));
    }
}
