package plumbline.contract.event;

import java.util.HashMap;
import java.util.Map;

/** A Kafka cluster and what our topics are called there. */
public record KafkaEndpoint(String bootstrap, TopicPrefix prefix) {
    public String topic(KafkaTopic topic) {
        return prefix.name(topic);
    }

    /** Settings that every client begins with. */
    public Map<String, Object> clientSettings(String clientId) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("client.id", prefix.name(clientId));
        return settings;
    }
}
