package plumbline.standalone.faults.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.operator.ServiceException;

/** How many uploads lie in Kafka that streams has not worked through and committed. */
public final class InputLag implements AutoCloseable {
    private static final long WITHIN_SECONDS = 30;

    private final Admin admin;
    private final String group;
    private final Map<TopicPartition, OffsetSpec> ends = new HashMap<>();

    public InputLag(KafkaEndpoint kafka, int partitions) {
        admin = Admin.create(kafka.clientSettings("faults-lag"));
        group = kafka.prefix().name("plumbline-streams");
        IntStream.range(0, partitions)
                .forEach(partition ->
                        ends.put(new TopicPartition(kafka.topic(KafkaTopic.UPLOADS), partition), OffsetSpec.latest()));
    }

    public long uploads() {
        Map<TopicPartition, ListOffsetsResultInfo> written =
                await(admin.listOffsets(ends).all());
        Map<TopicPartition, OffsetAndMetadata> done =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return written.entrySet().stream()
                .mapToLong(partition -> {
                    OffsetAndMetadata committed = done.get(partition.getKey());
                    return partition.getValue().offset() - (committed == null ? 0 : committed.offset());
                })
                .sum();
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ServiceException("Kafka does not tell how far streams is: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
