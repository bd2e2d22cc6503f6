package plumbline.streams.topology;

import plumbline.contract.event.KafkaTopic;

/** The names of the topology's nodes and its store; the store's changelog topic carries its name, so it stays. */
final class NodeNames {
    static final String DEVICE_STATE = "device-state";

    private NodeNames() {}

    static String source(KafkaTopic topic) {
        return "from-" + plain(topic);
    }

    static String device(KafkaTopic topic) {
        return "device-" + plain(topic);
    }

    static String sink(KafkaTopic topic) {
        return "to-" + plain(topic);
    }

    private static String plain(KafkaTopic topic) {
        return topic.baseName().replace("posture.", "").replace(".v1", "");
    }
}
