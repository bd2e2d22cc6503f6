package plumbline.alerts.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.contract.event.KafkaEndpoint;

/** The consumers of one channel. Both see only what was committed. */
final class Consumers {
    private static final String APPLICATION = "plumbline-alerts-";
    private static final int MAX_POLL_RECORDS = 500;

    private final KafkaEndpoint endpoint;
    private final ChannelName channel;

    Consumers(KafkaEndpoint endpoint, ChannelName channel) {
        this.endpoint = endpoint;
        this.channel = channel;
    }

    /**
     * Of a group of the channel's own, so that each channel goes at its own pace. Ranges give it the same partitions of
     * every topic.
     */
    KafkaConsumer<String, byte[]> group() {
        String name = APPLICATION + channel.word();
        Map<String, Object> settings = settings(name);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, endpoint.prefix().name(name));
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        return new KafkaConsumer<>(settings);
    }

    /** Of no group, to read partitions from a place of one's choice. */
    KafkaConsumer<String, byte[]> groupless() {
        return new KafkaConsumer<>(settings(APPLICATION + channel.word() + "-restore"));
    }

    private Map<String, Object> settings(String clientId) {
        Map<String, Object> settings = endpoint.clientSettings(clientId);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return settings;
    }
}
