package plumbline.contract.device;

import java.util.Arrays;
import java.util.Optional;

/** What a device publishes under {@code up/} and reads under {@code down/}. */
public enum DeviceTopicKind {
    READINGS("up/readings"),
    ANSWERS("up/answers"),
    STATUS("up/status"),
    REMINDERS("down/reminders"),
    STORED("down/stored");

    private final String suffix;

    DeviceTopicKind(String suffix) {
        this.suffix = suffix;
    }

    public String suffix() {
        return suffix;
    }

    /** The subscription filter that matches this topic of every device. */
    public String filter() {
        return DeviceTopic.ROOT + "+/" + suffix;
    }

    public DeviceTopic of(DeviceId device) {
        return new DeviceTopic(device, this);
    }

    static Optional<DeviceTopicKind> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(kind -> kind.suffix.equals(suffix))
                .findFirst();
    }
}
