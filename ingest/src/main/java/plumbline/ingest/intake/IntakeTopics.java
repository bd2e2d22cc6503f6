package plumbline.ingest.intake;

import java.util.List;
import java.util.stream.Stream;
import plumbline.contract.device.DeviceTopicKind;

/**
 * The device topics that are taken in, and the filters that ask for them.
 *
 * @param filters to subscribe to
 * @param formerFilters which the session may have from before: with both it gets everything twice
 */
public record IntakeTopics(List<String> filters, List<String> formerFilters) {
    private static final List<String> FILTERS = Stream.of(DeviceTopicKind.READINGS, DeviceTopicKind.ANSWERS)
            .map(DeviceTopicKind::filter)
            .toList();

    /** Every message of these topics. */
    public static IntakeTopics whole(String group) {
        return new IntakeTopics(FILTERS, shares(group));
    }

    /** A share of the messages: the broker gives each to one member of {@code group}. */
    public static IntakeTopics shared(String group) {
        return new IntakeTopics(shares(group), FILTERS);
    }

    private static List<String> shares(String group) {
        return FILTERS.stream().map(filter -> "$share/" + group + "/" + filter).toList();
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
