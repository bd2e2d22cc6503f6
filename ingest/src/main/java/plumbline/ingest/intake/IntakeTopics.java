package plumbline.ingest.intake;

import java.util.List;
import java.util.stream.Stream;
import plumbline.contract.device.DeviceTopicKind;

/**
 * The device topics that are taken in, and the filters that ask for them.
 *
 * @param filters to subscribe to
 */
public record IntakeTopics(List<String> filters) {
    private static final List<String> FILTERS = Stream.of(DeviceTopicKind.READINGS, DeviceTopicKind.ANSWERS)
            .map(DeviceTopicKind::filter)
            .toList();

    /** Every message of these topics. */
    public static IntakeTopics whole() {
        return new IntakeTopics(FILTERS);
    }

    /** A share of the messages: the broker gives each to one member of {@code group}. */
    public static IntakeTopics shared(String group) {
        return new IntakeTopics(
                FILTERS.stream().map(filter -> "$share/" + group + "/" + filter).toList());
    }

    /** Whether all but the device level of {@code topic} is right. */
    static boolean isOurs(String topic) {
        return FILTERS.stream().anyMatch(filter -> hasEnds(topic, filter));
    }

    private static boolean hasEnds(String topic, String filter) {
        int device = filter.indexOf('+');
        return topic.startsWith(filter.substring(0, device)) && topic.endsWith(filter.substring(device + 1));
    }
}
