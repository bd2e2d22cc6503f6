package plumbline.contract.codec;

import org.jspecify.annotations.Nullable;

/** The form an upload came in. */
public enum ContentType {
    JSON("application/json"),
    PROTOBUF("application/x-protobuf");

    private final String mediaType;

    ContentType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** By the stated media type where it is one of ours, else by the first byte: JSON begins with a brace. */
    public static ContentType of(@Nullable String stated, byte[] payload) {
        for (ContentType type : values()) {
            if (type.mediaType.equals(stated)) {
                return type;
            }
        }
        return payload.length > 0 && payload[0] == '{' ? JSON : PROTOBUF;
    }
}
