package plumbline.ingest.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.ContentType;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopic;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DeadLetter;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.RejectReason;

/**
 * Says where a message belongs: uploads in their binary form and answers as they came to their topics, all else to the dead
 * letters with its reason and its bytes.
 */
public final class UploadIntake {
    /** Header of a dead letter that was too large to be kept whole: how many bytes it had. */
    public static final String SENT_BYTES_HEADER = "sent-bytes";

    private final UploadCodec uploads = new UploadCodec();

    public IntakeRecord judge(InboundPublish publish) {
        Optional<DeviceTopic> topic = DeviceTopic.parse(publish.topic());
        if (topic.isEmpty()) {
            return IntakeTopics.isOurs(publish.topic())
                    ? deadLetter(publish, null, RejectReason.BAD_DEVICE_ID, "the topic's device level is no device id")
                    : deadLetter(publish, null, RejectReason.BAD_TOPIC, "not a topic that is taken in");
        }
        DeviceId device = topic.get().device();
        if (publish.isTruncated()) {
            return deadLetter(publish, device, RejectReason.TOO_LARGE, publish.sentBytes() + " bytes");
        }
        return settle(publish, device, accept(topic.get(), publish));
    }

    private Decoded<IntakeRecord> accept(DeviceTopic topic, InboundPublish publish) {
        if (topic.kind() == DeviceTopicKind.READINGS) {
            return uploads.decode(topic.device(), publish.payload(), publish.contentType())
                    .then(upload -> accepted(publish, topic.device(), KafkaTopic.UPLOADS, binaryForm(upload, publish)));
        }
        if (topic.kind() == DeviceTopicKind.ANSWERS) {
            Decoded<Answer> answer = AnswerCodec.decode(publish.payload());
            return answer.then(decoded -> accepted(publish, topic.device(), KafkaTopic.ANSWERS, publish.payload()));
        }
        return Decoded.reject(RejectReason.BAD_TOPIC, "not a topic that is taken in");
    }

    private byte[] binaryForm(Upload upload, InboundPublish publish) {
        return switch (ContentType.of(publish.contentType(), publish.payload())) {
            case PROTOBUF -> publish.payload();
            case JSON -> uploads.encodeBinary(upload);
        };
    }

    private static Decoded<IntakeRecord> accepted(
            InboundPublish publish, DeviceId device, KafkaTopic topic, byte[] value) {
        return Decoded.accept(new IntakeRecord(topic, device, value, publish.arrivedAt(), Map.of(), null));
    }

    private static IntakeRecord settle(InboundPublish publish, DeviceId device, Decoded<IntakeRecord> decoded) {
        if (decoded instanceof Decoded.Accepted<IntakeRecord> accepted) {
            return accepted.value();
        }
        Decoded.Rejected<IntakeRecord> rejected = (Decoded.Rejected<IntakeRecord>) decoded;
        return deadLetter(publish, device, rejected.reason(), rejected.detail());
    }

    private static IntakeRecord deadLetter(
            InboundPublish publish, @Nullable DeviceId device, RejectReason reason, String detail) {
        DeadLetter letter = new DeadLetter(
                device == null ? null : device.value(), reason, detail, publish.topic(), publish.arrivedAt());
        Map<String, String> headers = new LinkedHashMap<>(letter.headers());
        if (publish.isTruncated()) {
            headers.put(SENT_BYTES_HEADER, Integer.toString(publish.sentBytes()));
        }
        return new IntakeRecord(
                KafkaTopic.DEAD_LETTERS, device, publish.payload(), publish.arrivedAt(), headers, reason);
    }
}
