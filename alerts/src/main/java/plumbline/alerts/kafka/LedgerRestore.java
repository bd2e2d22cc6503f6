package plumbline.alerts.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.dispatch.DeliveryLedger;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.event.Delivery;
import plumbline.contract.operator.ServiceException;

/** Reads back what was delivered before, from the deliveries topic. */
final class LedgerRestore {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Without a single record for this long, Kafka is not there to read from. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Consumers consumers;
    private final String topic;
    private final ChannelName channel;
    private final InstantSource clock;

    LedgerRestore(Consumers consumers, String topic, ChannelName channel, InstantSource clock) {
        this.consumers = consumers;
        this.topic = topic;
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * The ledger of each partition.
     *
     * @throws ServiceException where Kafka has nothing more for a minute, short of the end
     */
    Map<Integer, DeliveryLedger> restore(Collection<Integer> partitions) {
        Map<Integer, DeliveryLedger> ledgers =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> new DeliveryLedger()));
        List<TopicPartition> assigned = new ArrayList<>();
        partitions.forEach(partition -> assigned.add(new TopicPartition(topic, partition)));
        try (KafkaConsumer<String, byte[]> consumer = consumers.groupless()) {
            consumer.assign(assigned);
            Instant since = clock.instant().minus(DeliveryLedger.KEPT);
            Map<TopicPartition, Long> ends = Rewind.to(since, consumer, assigned);
            readTo(ends, consumer, ledgers);
        }
        return ledgers;
    }

    private void readTo(
            Map<TopicPartition, Long> ends,
            KafkaConsumer<String, byte[]> consumer,
            Map<Integer, DeliveryLedger> ledgers) {
        Instant heard = Instant.now();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            records.forEach(read -> restore(read, ledgers));
            if (!records.isEmpty()) {
                heard = Instant.now();
            } else if (heard.plus(PATIENCE).isBefore(Instant.now())) {
                throw new ServiceException("Kafka gives no more of " + topic + ", though there is more to read");
            }
        }
    }

    /** A record that is no delivery is none of ours: it can't say that we delivered something. */
    private void restore(ConsumerRecord<String, byte[]> read, Map<Integer, DeliveryLedger> ledgers) {
        DeliveryLedger ledger = ledgers.get(read.partition());
        if (ledger != null
                && read.value() != null
                && EventJson.decode(read.value(), Delivery.class) instanceof Decoded.Accepted<Delivery> known
                && isOurs(known.value())) {
            Delivery step = known.value();
            ledger.restore(step.reminder(), step.state(), step.at());
        }
    }

    private boolean isOurs(Delivery step) {
        return channel.word().equals(step.channel())
                && step.reminder() != null
                && step.state() != null
                && step.at() != null;
    }
}
