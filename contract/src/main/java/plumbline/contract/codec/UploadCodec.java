package plumbline.contract.codec;

import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.RejectReason;

/** Reads and writes uploads in both forms, which are one message. Safe for use by several threads. */
public final class UploadCodec {
    private final JsonUploads json = new JsonUploads();
    private final BinaryUploads binary = new BinaryUploads();

    /**
     * Reads an upload as a device sent it.
     *
     * @param device whose topic it came by; a payload that names another one is rejected
     * @param contentType as stated by the sender, null where it was not
     */
    public Decoded<Upload> decode(DeviceId device, byte[] payload, @Nullable String contentType) {
        if (payload.length == 0) {
            return Decoded.reject(RejectReason.EMPTY, "the payload is empty");
        }
        if (payload.length > Upload.MAX_BYTES) {
            return Decoded.reject(
                    RejectReason.TOO_LARGE, payload.length + " bytes; at most " + Upload.MAX_BYTES + " are allowed");
        }
        Decoded<Upload> decoded = switch (ContentType.of(contentType, payload)) {
            case JSON -> json.decode(device, payload);
            case PROTOBUF -> binary.decode(payload);
        };
        return decoded.then(UploadCheck::check);
    }

    /** Reads an upload in the binary form in which Kafka holds it. */
    public Decoded<Upload> decodeBinary(byte[] payload) {
        return binary.decode(payload).then(UploadCheck::check);
    }

    public byte[] encodeBinary(Upload upload) {
        return binary.encode(upload);
    }

    public byte[] encodeJson(Upload upload) {
        return json.encode(upload);
    }
}
