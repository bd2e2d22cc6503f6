package plumbline.ingest.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import plumbline.contract.event.KafkaEndpoint;

/** How an ingester reads a topic that all ingesters share. */
final class MemberSettings {
    private MemberSettings() {}

    /** @param member its own name in the group, by which it takes up its partitions again at once after a crash */
    static Map<String, Object> of(KafkaEndpoint endpoint, String group, String member) {
        Map<String, Object> settings = endpoint.clientSettings(group);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, endpoint.prefix().name(group));
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return settings;
    }
}
