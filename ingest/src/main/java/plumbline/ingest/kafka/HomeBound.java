package plumbline.ingest.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import plumbline.contract.operator.ServiceException;

/** Parked records on their way home in one round, in the order of each partition that they waited in. */
final class HomeBound {
    private final Map<TopicPartition, List<Step>> steps = new LinkedHashMap<>();
    private String failure = "";
    private int stored;

    private record Step(long offset, Future<RecordMetadata> stored) {}

    void sent(TopicPartition from, long offset, Future<RecordMetadata> home) {
        steps.computeIfAbsent(from, partition -> new ArrayList<>()).add(new Step(offset, home));
    }

    /** A record that goes nowhere, and need not be read again. */
    void passedOver(TopicPartition from, long offset) {
        sent(from, offset, CompletableFuture.completedFuture(null));
    }

    /**
     * Waits for all of them together.
     *
     * @return up to where each partition need not be read again: before its first record that was not stored in time
     */
    Map<TopicPartition, OffsetAndMetadata> awaitStored(Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        for (Map.Entry<TopicPartition, List<Step>> partition : steps.entrySet()) {
            for (Step step : partition.getValue()) {
                if (!isStored(step, end)) {
                    break;
                }
                stored++;
                done.put(partition.getKey(), new OffsetAndMetadata(step.offset() + 1));
            }
        }
        return done;
    }

    private boolean isStored(Step step, long endNanos) throws InterruptedException {
        try {
            step.stored().get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            failure = String.valueOf(e.getCause());
            return false;
        } catch (TimeoutException e) {
            failure = "not stored in time";
            return false;
        }
    }

    int stored() {
        return stored;
    }

    /** @throws ServiceException where one was not stored */
    void requireAllStored() {
        if (!failure.isEmpty()) {
            throw new ServiceException("a parked record can't go home: " + failure);
        }
    }
}
