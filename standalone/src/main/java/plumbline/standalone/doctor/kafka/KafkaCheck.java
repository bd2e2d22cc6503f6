package plumbline.standalone.doctor.kafka;

import static plumbline.standalone.doctor.finding.Finding.fine;
import static plumbline.standalone.doctor.finding.Finding.look;
import static plumbline.standalone.doctor.finding.Finding.wrong;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.standalone.doctor.finding.Finding;
import plumbline.standalone.doctor.finding.Reach;

/** Whether Kafka can be reached as its clients reach it, and what its topics are like. */
public final class KafkaCheck {
    private static final String SUBJECT = "kafka";
    private static final Duration WITHIN = Duration.ofSeconds(8);

    private final KafkaEndpoint kafka;

    public KafkaCheck(KafkaEndpoint kafka) {
        this.kafka = kafka;
    }

    /** Tells each thing as it is found. */
    public void run(Consumer<Finding> findings) {
        try {
            Collection<Node> brokers = AdvertisedBrokers.ask(kafka.bootstrap());
            findings.accept(fine(SUBJECT, kafka.bootstrap() + " answers; brokers: " + brokers.size()));
            List<Finding> addresses = brokers.stream().map(KafkaCheck::address).toList();
            addresses.forEach(findings);
            // Kafka's clients ask at those addresses.
            if (addresses.stream().noneMatch(Finding::isWrong)) {
                topics(findings);
            }
        } catch (IOException | KafkaException e) {
            findings.accept(unreachable(e));
        }
    }

    private void topics(Consumer<Finding> findings) {
        Map<String, Object> settings = kafka.clientSettings("plumbline-doctor");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis() / 2);
        try (Admin admin = Admin.create(settings)) {
            topics(admin, findings);
        } catch (ExecutionException e) {
            findings.accept(unreachable(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            findings.accept(unreachable(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Finding unreachable(Throwable cause) {
        return wrong(
                SUBJECT,
                "nothing can be learned from Kafka at " + kafka.bootstrap() + " ("
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                        + "): is it running, and is this its address?");
    }

    /** A broker tells its clients where to find it, and they believe that, not the address they began with. */
    private static Finding address(Node broker) {
        String called = broker.host() + ":" + broker.port();
        Optional<String> fault = Reach.fault(broker.host(), broker.port());
        return fault.map(why -> wrong(
                        SUBJECT,
                        "broker " + broker.id() + " calls itself " + called + ", which can't be reached from here ("
                                + why + "): set its advertised.listeners to an address that its clients can reach"))
                .orElseGet(() -> fine(SUBJECT, "broker " + broker.id() + " calls itself " + called));
    }

    private void topics(Admin admin, Consumer<Finding> findings)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> known = await(admin.listTopics().names());
        List<String> ours = Arrays.stream(KafkaTopic.values())
                .map(kafka::topic)
                .filter(known::contains)
                .toList();
        Map<String, TopicDescription> described =
                new TreeMap<>(await(admin.describeTopics(ours).allTopicNames()));
        if (described.size() < KafkaTopic.values().length) {
            findings.accept(fine(
                    SUBJECT,
                    described.size() + " of " + KafkaTopic.values().length
                            + " topics are there; a service makes the others when it starts"));
        }
        if (!described.isEmpty()) {
            findings.accept(partitions(described));
            findings.accept(replicas(described));
            findings.accept(leaders(described));
        }
    }

    private static Finding partitions(Map<String, TopicDescription> topics) {
        Map<Integer, Set<String>> byCount = topics.values().stream()
                .collect(Collectors.groupingBy(
                        topic -> topic.partitions().size(),
                        TreeMap::new,
                        Collectors.mapping(TopicDescription::name, Collectors.toCollection(TreeSet::new))));
        return byCount.size() == 1
                ? fine(SUBJECT, "all topics have " + byCount.keySet().iterator().next() + " partitions")
                : wrong(
                        SUBJECT,
                        "the topics differ in their partitions: " + byCount + "; make all of them with one number");
    }

    private static Finding replicas(Map<String, TopicDescription> topics) {
        int fewest = topics.values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return fewest < 2
                ? look(
                        SUBJECT,
                        "one copy of each record: a lost disk loses them; for more than a try-out replicate thrice")
                : fine(SUBJECT, fewest + " copies of each record");
    }

    private static Finding leaders(Map<String, TopicDescription> topics) {
        List<String> without = topics.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .filter(partition -> isWithoutLeader(partition))
                        .map(partition -> topic.name() + "-" + partition.partition()))
                .toList();
        return without.isEmpty()
                ? fine(SUBJECT, "every partition has a leader")
                : wrong(
                        SUBJECT,
                        "no leader for " + without + ": bring its broker back; what belongs there is parked meanwhile");
    }

    private static boolean isWithoutLeader(TopicPartitionInfo partition) {
        return partition.leader() == null || partition.leader().isEmpty();
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }
}
