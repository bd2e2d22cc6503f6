package plumbline.contract.operator;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.event.KafkaEndpoint;

/** Where Kafka is, and what our topics are called there. */
public final class KafkaOptions {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            converter = BootstrapText.class,
            description = "Kafka's bootstrap address, or several with commas between (default: ${DEFAULT-VALUE}).")
    private String bootstrap = "";

    @Mixin
    private TopicPrefixOption prefix = new TopicPrefixOption();

    public KafkaEndpoint endpoint() {
        return new KafkaEndpoint(bootstrap, prefix.prefix());
    }
}
