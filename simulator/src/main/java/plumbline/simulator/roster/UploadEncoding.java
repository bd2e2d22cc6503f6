package plumbline.simulator.roster;

import plumbline.contract.codec.ContentType;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Upload;

/**
 * How one device writes its uploads.
 *
 * @param stated whether it also says so in the content type property of MQTT 5
 */
public record UploadEncoding(ContentType form, boolean stated) {
    private static final UploadCodec CODEC = new UploadCodec();

    /** That of the device at {@code index}: forms alternate where they are mixed, and half of each form states it. */
    public static UploadEncoding of(UploadFormat format, int index) {
        boolean stated = index / 2 % 2 == 0;
        return switch (format) {
            case JSON -> new UploadEncoding(ContentType.JSON, stated);
            case BINARY -> new UploadEncoding(ContentType.PROTOBUF, stated);
            case MIXED -> new UploadEncoding(index % 2 == 0 ? ContentType.JSON : ContentType.PROTOBUF, stated);
        };
    }

    public byte[] encode(Upload upload) {
        return form == ContentType.JSON ? CODEC.encodeJson(upload) : CODEC.encodeBinary(upload);
    }
}
