package plumbline.contract.kafka;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.operator.ServiceException;

/** Creates the topics that are missing, and holds that all have the same number of partitions. */
public final class TopicProvisioner {
    public static final int DEFAULT_PARTITIONS = 4;

    /** How far record time may run ahead of the broker's clock: as it does in simulations. */
    public static final Duration TIME_AHEAD = Duration.ofDays(31);

    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final long PROPAGATION_CHECK_MILLIS = 20;

    private final KafkaEndpoint endpoint;

    public TopicProvisioner(KafkaEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Makes sure that every topic is there. Several services may do so at the same time.
     *
     * @return how many partitions each topic has: as many as those found, else {@value #DEFAULT_PARTITIONS}
     * @throws ServiceException where Kafka's host is unknown, where it can't be reached in a minute, or where two
     *     topics differ in their partitions
     */
    public int provision() {
        try {
            return provision(Admin.create(endpoint.clientSettings("plumbline-topics")));
        } catch (KafkaException e) {
            throw unprepared(e.getCause() == null ? e : e.getCause(), e);
        }
    }

    private int provision(Admin admin) {
        try {
            int partitions = existing(admin).values().stream().findFirst().orElse(DEFAULT_PARTITIONS);
            create(admin, partitions);
            return uniform(created(admin));
        } catch (ExecutionException | KafkaException e) {
            throw unprepared(e.getCause() == null ? e : e.getCause(), e);
        } catch (TimeoutException e) {
            throw unprepared(e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("interrupted while the topics were being prepared", e);
        } finally {
            // Its own bound is none, and it waits for answers that may never come.
            admin.close(CLOSE_WITHIN);
        }
    }

    /** Futures wrap what went wrong, and Kafka's clients hide an unknown host behind "failed to create". */
    private ServiceException unprepared(Throwable reason, Exception e) {
        return new ServiceException(
                "can't prepare the topics on Kafka at " + endpoint.bootstrap() + ": "
                        + (reason.getMessage() == null ? "no answer in time" : reason.getMessage()),
                e);
    }

    private Map<String, Integer> existing(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> names =
                Arrays.stream(KafkaTopic.values()).map(endpoint::topic).toList();
        Map<String, Integer> partitions = new TreeMap<>();
        for (var described : admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                partitions.put(
                        described.getKey(),
                        await(described.getValue()).partitions().size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return partitions;
    }

    private void create(Admin admin, int partitions) throws ExecutionException, InterruptedException, TimeoutException {
        List<NewTopic> topics = Arrays.stream(KafkaTopic.values())
                .map(topic -> newTopic(topic, partitions))
                .toList();
        for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
            try {
                await(created);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** A broker may hear of a new topic a little later than the controller that created it. */
    private Map<String, Integer> created(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + WITHIN.toNanos();
        Map<String, Integer> partitions = existing(admin);
        while (partitions.size() < KafkaTopic.values().length) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("only " + partitions.keySet() + " became known");
            }
            TimeUnit.MILLISECONDS.sleep(PROPAGATION_CHECK_MILLIS);
            partitions = existing(admin);
        }
        return partitions;
    }

    private NewTopic newTopic(KafkaTopic topic, int partitions) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, topic.cleanup().policy());
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(TIME_AHEAD.toMillis()));
        topic.retention()
                .ifPresent(kept -> settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis())));
        return new NewTopic(endpoint.topic(topic), Optional.of(partitions), Optional.empty()).configs(settings);
    }

    private static int uniform(Map<String, Integer> partitions) {
        if (partitions.values().stream().distinct().count() > 1) {
            throw new ServiceException("the topics differ in their partitions, so a device would not stay together: "
                    + partitions + "; create them anew with one number");
        }
        return partitions.values().iterator().next();
    }

    private static <T> T await(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }
}
