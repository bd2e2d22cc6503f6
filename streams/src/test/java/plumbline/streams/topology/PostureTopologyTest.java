package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.device.Activity;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.TopicPrefix;
import plumbline.streams.GoldenFile;
import plumbline.streams.Sitter;
import plumbline.streams.settings.RuleSettings;

/** From uploads, answers and profiles to what is published, as bytes. */
class PostureTopologyTest extends PipelineScene {
    private final Sitter sitter = new Sitter(upload -> pipeline.upload(upload)).perUpload(1);

    private static Instant after(long seconds) {
        return Sitter.BEGIN.plusSeconds(seconds);
    }

    @Test
    void theTopologyIsAsDrawn() {
        GoldenFile.assertMatches(
                "topology.txt",
                new PostureTopology(
                                TopicPrefix.NONE,
                                RuleSettings.DEFAULTS,
                                partition -> OptionalLong.empty(),
                                new MemoryArchive(),
                                pipeline.registry)
                        .build()
                        .describe()
                        .toString());
    }

    @Test
    void whatIsPublishedIsAsWritten() {
        sitter.does(Activity.SITTING, 30, 20, 460).takesItOff();
        sitter.does(Activity.WALKING, Double.NaN, 0, 1);
        pipeline.arrives(
                KafkaTopic.ANSWERS,
                "{\"v\":1,\"at\":" + after(465).toEpochMilli() + ",\"pain\":{\"days\":15}}",
                after(466));

        StringBuilder lines = new StringBuilder();
        for (KafkaTopic topic :
                List.of(KafkaTopic.EPISODES, KafkaTopic.REMINDERS, KafkaTopic.DECISIONS, KafkaTopic.STATUS)) {
            for (TestRecord<String, byte[]> record : pipeline.published(topic)) {
                lines.append(topic.baseName()).append(' ').append(record.key()).append(' ');
                lines.append(Pipeline.text(record)).append('\n');
            }
        }
        GoldenFile.assertMatches("published.txt", lines.toString());
    }

    @Test
    void episodesAreKeyedByTheirIdAllElseByTheDevice() {
        sitter.bad(421);

        String episode = "pl-1/forward_neck/" + Sitter.BEGIN.toEpochMilli();
        assertThat(pipeline.published(KafkaTopic.EPISODES))
                .extracting(TestRecord::key)
                .containsExactly(episode, episode);
        assertThat(pipeline.published(KafkaTopic.REMINDERS))
                .extracting(TestRecord::key)
                .containsExactly("pl-1");
        assertThat(pipeline.published(KafkaTopic.DECISIONS))
                .extracting(TestRecord::key)
                .containsExactly("pl-1");
        assertThat(pipeline.published(KafkaTopic.STATUS))
                .extracting(TestRecord::key)
                .containsOnly("pl-1");
    }

    @Test
    void recordTimeIsArrivalTime() {
        sitter.bad(421);

        assertThat(pipeline.published(KafkaTopic.REMINDERS))
                .extracting(TestRecord::getRecordTime)
                .containsExactly(after(420).plusMillis(500));
    }

    @Test
    void anEffectCountsForItsOwnDeviceOnly() {
        sitter.bad(400);
        pipeline.arrives(
                KafkaTopic.PROFILES,
                "pl-2",
                "{\"v\":1,\"settings\":{\"forward-neck.long\":\"1m\"}}".getBytes(StandardCharsets.UTF_8),
                after(400));
        sitter.bad(10);

        assertThat(pipeline.published(KafkaTopic.REMINDERS)).isEmpty();
    }

    @Test
    void aProfileHoldsFromItsArrivalUntilItsTombstone() {
        pipeline.arrives(KafkaTopic.PROFILES, "{\"v\":1,\"settings\":{\"forward-neck.long\":\"2m\"}}", after(0));
        sitter.bad(121);
        assertThat(pipeline.published(KafkaTopic.REMINDERS)).hasSize(1);

        pipeline.arrives(KafkaTopic.PROFILES, Pipeline.DEVICE, null, after(121));
        sitter.good(1_300).bad(420);
        assertThat(pipeline.published(KafkaTopic.REMINDERS))
                .as("but the first one is withdrawn")
                .extracting(Pipeline::text)
                .singleElement()
                .asString()
                .startsWith("{\"withdrawn\":");
        assertThat(pipeline.published(KafkaTopic.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void anAnswerSnoozes() {
        String snooze = "{\"v\":1,\"at\":" + after(100).toEpochMilli()
                + ",\"reminder\":\"pl-1/forward_neck/1/1\",\"answer\":\"snooze\",\"minutes\":10}";
        sitter.bad(100);
        pipeline.arrives(KafkaTopic.ANSWERS, snooze, after(100));
        sitter.bad(600);
        assertThat(pipeline.published(KafkaTopic.REMINDERS)).isEmpty();

        sitter.bad(1);
        assertThat(pipeline.published(KafkaTopic.REMINDERS)).hasSize(1);
        assertThat(pipeline.published(KafkaTopic.DECISIONS).stream().map(Pipeline::text))
                .satisfiesExactly(
                        held -> assertThat(held)
                                .contains(
                                        "\"outcome\":\"held_back\",\"rule\":\"snoozed\",\"until\":\"2026-03-04T10:11:40Z\""),
                        raised -> assertThat(raised).contains("\"outcome\":\"raised\",\"rule\":\"first\""));
    }

    @Test
    void aDuplicateIsCountedAndPublishesNothing() {
        sitter.perUpload(10).bad(10).perUpload(1);
        pipeline.published(KafkaTopic.STATUS);
        new Sitter(pipeline::upload).bad(10);

        assertThat(pipeline.published(KafkaTopic.STATUS)).isEmpty();
        assertThat(count("plumbline.readings", "outcome", "taken")).isEqualTo(10);
        assertThat(count("plumbline.readings", "outcome", "duplicate")).isEqualTo(10);
    }

    @Test
    void whatHappensIsCounted() {
        sitter.bad(421).necks(130).necks(95);

        assertThat(count("plumbline.episodes", "state", "active")).isEqualTo(1);
        assertThat(count("plumbline.episodes", "state", "long")).isEqualTo(1);
        assertThat(count("plumbline.decisions", "outcome", "raised")).isEqualTo(1);
        assertThat(count("plumbline.angles.dropped", "reason", "out_of_range")).isEqualTo(1);
        assertThat(count("plumbline.angles.dropped", "reason", "jump")).isEqualTo(1);
    }

    private double count(String name, String tag, String value) {
        return pipeline.registry.get(name).tag(tag, value).counter().count();
    }

    @Test
    void thePrefixStandsBeforeEveryTopic(@TempDir Path ofStaging) {
        try (Pipeline staging = new Pipeline(ofStaging, new TopicPrefix("staging."))) {
            new Sitter(staging::upload).perUpload(1).bad(421);

            assertThat(staging.published(KafkaTopic.REMINDERS)).hasSize(1);
        }
    }
}
