package plumbline.contract.device;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * The name of one wearable, as it stands in its MQTT topics: 1 to 64 of {@code A-Z a-z 0-9 _ -}, so that it is safe in
 * topic names, file names and log lines.
 */
public record DeviceId(@JsonValue String value) implements Comparable<DeviceId> {
    public static final int MAX_LENGTH = 64;

    @JsonCreator
    public DeviceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a device id: 1 to 64 of A-Z a-z 0-9 _ - are allowed");
        }
    }

    /** The id, or nothing where {@code text} is not one. */
    public static Optional<DeviceId> parse(String text) {
        return isValid(text) ? Optional.of(new DeviceId(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(DeviceId::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
