package plumbline.contract.event;

/** What stands before every Kafka topic and application id, so that several pipelines can share a cluster. */
public record TopicPrefix(String value) {
    public static final int MAX_LENGTH = 100;

    public static final TopicPrefix NONE = new TopicPrefix("");

    public TopicPrefix {
        if (value.length() > MAX_LENGTH || !value.matches("[A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "a topic prefix is at most " + MAX_LENGTH + " of A-Z a-z 0-9 . _ -, such as 'staging.'");
        }
    }

    public String name(KafkaTopic topic) {
        return value + topic.baseName();
    }

    /** The prefixed name of an application, group or client. */
    public String name(String application) {
        return value + application;
    }
}
