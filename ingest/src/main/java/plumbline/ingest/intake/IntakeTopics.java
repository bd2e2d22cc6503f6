package plumbline.ingest.intake;

import java.util.List;
import plumbline.contract.device.DeviceTopicKind;

/** The device topics that are taken in. */
public final class IntakeTopics {
    private static final List<DeviceTopicKind> KINDS = List.of(DeviceTopicKind.READINGS, DeviceTopicKind.ANSWERS);

    /** The subscription filters. */
    public static final List<String> FILTERS =
            KINDS.stream().map(DeviceTopicKind::filter).toList();

    private IntakeTopics() {}

    /** Whether all but the device level of {@code topic} is right. */
    static boolean isOurs(String topic) {
        return FILTERS.stream().anyMatch(filter -> hasEnds(topic, filter));
    }

    private static boolean hasEnds(String topic, String filter) {
        int device = filter.indexOf('+');
        return topic.startsWith(filter.substring(0, device)) && topic.endsWith(filter.substring(device + 1));
    }
}
