package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.TopicPrefix;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.streams.kafka.KafkaProgress;

/** How far a group has worked off the uploads, as a broker tells. */
class KafkaProgressIT {
    private static final int PARTITION = 0;
    private static final int EMPTY_PARTITION = 1;
    private static final long T = 1_760_000_000_000L;
    private static final long HOUR = 3_600_000;

    /** What arrived within the last second may not lie in the topic yet. */
    private static final long ON_THE_WAY = 1_000;

    private static final Duration WITHIN = Duration.ofSeconds(60);

    private static EmbeddedKafka broker;

    private final AtomicLong clock = new AtomicLong(T);
    private PipelineTopics topics;
    private DeviceId device;
    private Admin admin;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedKafka.start(0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open() {
        topics = new PipelineTopics(broker);
        device = topics.devicesIn(PARTITION, 1).get(0);
        admin = Admin.create(topics.kafka().clientSettings("admin"));
    }

    @AfterEach
    void close() {
        admin.close();
        topics.close();
    }

    @Test
    void nothingIsDoneWhileNothingIsKnown() {
        KafkaEndpoint nowhere = new KafkaEndpoint("127.0.0.1:1", TopicPrefix.NONE);
        try (KafkaProgress progress = new KafkaProgress(nowhere, 1, "group", this::now)) {
            assertThat(progress.doneUntilMillis(0)).isEmpty();
        }
        await().atMost(WITHIN)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .doesNotContain("uploads-progress"));
    }

    @Test
    void aGroupThatHasCommittedNothingIsDoneWithAnEmptyPartition() {
        try (KafkaProgress progress = progress()) {
            for (int partition = 0; partition < topics.partitions(); partition++) {
                awaitDone(progress, partition, T);
            }
            clock.addAndGet(HOUR);
            awaitDone(progress, PARTITION, T + HOUR);
            assertThat(progress.doneUntilMillis(topics.partitions())).isEmpty();
        }
    }

    @Test
    void aGroupThatHasCommittedNothingIsDoneWithAPartitionEmptiedByItsRetention() throws Exception {
        upload(3);
        try (KafkaProgress progress = progress()) {
            awaitFurtherLooks(progress);
            assertThat(progress.doneUntilMillis(PARTITION)).isEmpty();

            admin.deleteRecords(Map.of(partition(), RecordsToDelete.beforeOffset(3)))
                    .all()
                    .get();
            awaitDone(progress, PARTITION, clock.get());
        }
    }

    @Test
    void whatIsNotCommittedIsNotDoneUntilItIs() throws Exception {
        upload(3);
        commit(2);
        try (KafkaProgress progress = progress()) {
            awaitFurtherLooks(progress);
            assertThat(progress.doneUntilMillis(PARTITION)).isEmpty();

            commit(3);
            awaitDone(progress, PARTITION, clock.get());
        }
    }

    @Test
    void itStaysWhereItWasWhileMoreHasArrivedAndThenGoesOn() throws Exception {
        upload(1);
        commit(1);
        try (KafkaProgress progress = progress()) {
            awaitDone(progress, PARTITION, T);

            upload(1);
            awaitFurtherLooks(progress);
            assertThat(progress.doneUntilMillis(PARTITION)).hasValue(T - ON_THE_WAY);

            commit(2);
            awaitDone(progress, PARTITION, clock.get());
        }
    }

    @Test
    void whatAnotherGroupCommitsChangesNothing() throws Exception {
        upload(1);
        commit("another", 1);
        try (KafkaProgress progress = progress()) {
            awaitFurtherLooks(progress);
            assertThat(progress.doneUntilMillis(PARTITION)).isEmpty();
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.get());
    }

    private KafkaProgress progress() {
        return new KafkaProgress(topics.kafka(), topics.partitions(), "group", this::now);
    }

    private static void awaitDone(KafkaProgress progress, int partition, long nowMillis) {
        await().atMost(WITHIN)
                .untilAsserted(
                        () -> assertThat(progress.doneUntilMillis(partition)).hasValue(nowMillis - ON_THE_WAY));
    }

    /** What is looked at together with the others, and holds nothing back. */
    private void awaitFurtherLooks(KafkaProgress progress) {
        awaitDone(progress, EMPTY_PARTITION, clock.addAndGet(HOUR));
    }

    private TopicPartition partition() {
        return new TopicPartition(topics.kafka().topic(KafkaTopic.UPLOADS), PARTITION);
    }

    private void upload(int count) {
        for (int seq = 1; seq <= count; seq++) {
            topics.write(List.of(topics.upload(device, seq, T)));
        }
    }

    private void commit(long offset) throws Exception {
        commit("group", offset);
    }

    private void commit(String group, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(group, Map.of(partition(), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
