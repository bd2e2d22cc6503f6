package plumbline.contract.operator;

import picocli.CommandLine.Option;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.kafka.KafkaEndpoint;

/** Where Kafka is, and what our topics are called there. */
public final class KafkaOptions {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Kafka's bootstrap address, or several with commas between (default: ${DEFAULT-VALUE}).")
    private String bootstrap = "";

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "",
            description = "Goes before every topic and application id, such as 'staging.', so that several pipelines"
                    + " can share one cluster (default: none).")
    private String prefix = "";

    /** Throws IllegalArgumentException with a message for people where the prefix can't be one. */
    public KafkaEndpoint endpoint() {
        return new KafkaEndpoint(bootstrap, new TopicPrefix(prefix));
    }
}
