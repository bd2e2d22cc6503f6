package plumbline.standalone.faults.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.ServiceException;

/** Puts devices' states where streams restores them from. */
public final class StateSeed {
    private static final String CHANGELOG = "plumbline-streams-device-state-changelog";

    private StateSeed() {}

    /** Returns once they are there; streams must never have run on this endpoint before. */
    public static void write(KafkaEndpoint kafka, Map<DeviceId, byte[]> states) {
        int partitions = new TopicProvisioner(kafka).provision();
        String topic = kafka.prefix().name(CHANGELOG);
        try (Admin admin = Admin.create(kafka.clientSettings("faults-seed"));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        kafka.clientSettings("faults-seed"), new StringSerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())
                            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))))
                    .all()
                    .get();
            List<? extends Future<?>> writes = states.entrySet().stream()
                    .map(state -> producer.send(
                            new ProducerRecord<>(topic, state.getKey().value(), state.getValue())))
                    .toList();
            for (Future<?> write : writes) {
                write.get();
            }
        } catch (ExecutionException e) {
            throw new ServiceException("can't write old states to Kafka: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("interrupted", e);
        }
    }
}
