package plumbline.contract.device;

import java.util.Optional;

/** One MQTT topic of one device: {@code posture/v1/{device}/{direction}/{what}}. */
public record DeviceTopic(DeviceId device, DeviceTopicKind kind) {
    static final String ROOT = "posture/v1/";

    /** The topic that {@code name} is, or nothing where it is none of ours or its device level is no device id. */
    public static Optional<DeviceTopic> parse(String name) {
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        int end = name.indexOf('/', ROOT.length());
        if (end < 0) {
            return Optional.empty();
        }
        return DeviceTopicKind.ofSuffix(name.substring(end + 1))
                .flatMap(kind -> DeviceId.parse(name.substring(ROOT.length(), end))
                        .map(device -> new DeviceTopic(device, kind)));
    }

    public String name() {
        return ROOT + device + "/" + kind.suffix();
    }
}
