package plumbline.streams.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.TopicPrefix;
import plumbline.streams.settings.RuleSettings;

/** The topology without a broker: what goes in as bytes, and what comes out. */
public final class Pipeline implements AutoCloseable {
    static final String DEVICE = "pl-1";
    private static final List<KafkaTopic> OUTPUTS = List.of(
            KafkaTopic.EPISODES,
            KafkaTopic.REMINDERS,
            KafkaTopic.DECISIONS,
            KafkaTopic.DAYS,
            KafkaTopic.STATUS,
            KafkaTopic.STORED,
            KafkaTopic.DEAD_LETTERS);

    final MeterRegistry registry = new SimpleMeterRegistry();
    private final TopicPrefix prefix;
    private final TopologyTestDriver driver;
    private final Map<KafkaTopic, TestOutputTopic<String, byte[]>> outputs = new EnumMap<>(KafkaTopic.class);
    private final Map<KafkaTopic, List<TestRecord<String, byte[]>>> published = new EnumMap<>(KafkaTopic.class);
    private final UploadCodec uploads = new UploadCodec();
    private final MemoryArchive archive;
    private Instant now = Instant.EPOCH;

    public Pipeline(Path stateDirectory, TopicPrefix prefix) {
        this(stateDirectory, prefix, new MemoryArchive());
    }

    private Pipeline(Path stateDirectory, TopicPrefix prefix, MemoryArchive archive) {
        this.prefix = prefix;
        this.archive = archive;
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "topology-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:0");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(
                new PostureTopology(
                                prefix,
                                RuleSettings.DEFAULTS,
                                partition -> OptionalLong.of(now.toEpochMilli()),
                                archive,
                                registry)
                        .build(),
                properties);
        OUTPUTS.forEach(topic -> published.put(topic, new ArrayList<>()));
        OUTPUTS.forEach(topic -> outputs.put(
                topic,
                driver.createOutputTopic(prefix.name(topic), new StringDeserializer(), new ByteArrayDeserializer())));
    }

    public void arrives(KafkaTopic topic, @Nullable String key, byte @Nullable [] value, Instant at) {
        now = at;
        if (topic == KafkaTopic.UPLOADS) {
            archive.arrived(key, value, at);
        }
        driver.createInputTopic(prefix.name(topic), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value, at);
        collect();
    }

    private void collect() {
        outputs.forEach((topic, output) -> {
            List<TestRecord<String, byte[]>> records = output.readRecordsToList();
            published.get(topic).addAll(records);
            archive.published(topic, records);
        });
        archive.answer();
    }

    public void arrives(KafkaTopic topic, String json, Instant at) {
        arrives(topic, DEVICE, json.getBytes(StandardCharsets.UTF_8), at);
    }

    /** The upload arrives half a second after its newest reading. */
    public void upload(Upload upload) {
        long newest = upload.times().timeMillis(upload.size() - 1);
        arrives(KafkaTopic.UPLOADS, DEVICE, uploads.encodeBinary(upload), Instant.ofEpochMilli(newest + 500));
    }

    public void upload(Upload upload, Instant at) {
        arrives(KafkaTopic.UPLOADS, DEVICE, uploads.encodeBinary(upload), at);
    }

    /** Nothing arrives for so long, and the store is swept once. */
    public void silence(Duration length) {
        now = now.plus(length);
        driver.advanceWallClockTime(DeviceProcessor.SWEEP_EVERY);
        collect();
    }

    /** Nothing arrives until then, and the store is swept once. */
    public void timeIs(Instant then) {
        now = then;
        silence(Duration.ZERO);
    }

    /** What was published since this was asked last. */
    public List<TestRecord<String, byte[]>> published(KafkaTopic topic) {
        List<TestRecord<String, byte[]>> records = List.copyOf(published.get(topic));
        published.get(topic).clear();
        return records;
    }

    /** Every episode as it stands published, by id. */
    public Map<String, Episode> history() {
        return archive.episodes();
    }

    /** Every day as it stands published, by date. */
    public Map<LocalDate, DaySummary> days() {
        return archive.days().values().stream().collect(Collectors.toMap(DaySummary::date, day -> day));
    }

    /** How often a history was read back. */
    public int reads() {
        return archive.reads;
    }

    /** From now on every history is more than can be held, or none is. */
    void historiesAreTooLarge(boolean areTooLarge) {
        archive.isTooLarge = areTooLarge;
    }

    static Episode episode(TestRecord<String, byte[]> record) {
        return ((Decoded.Accepted<Episode>) EventJson.decode(record.value(), Episode.class)).value();
    }

    public static String text(TestRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    public static List<String> headers(TestRecord<String, byte[]> record) {
        List<String> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(header.key() + ": " + new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    /** The devices' states, as a restart finds them. */
    public Map<String, byte[]> states() {
        Map<String, byte[]> states = new HashMap<>();
        try (KeyValueIterator<String, byte[]> all = store().all()) {
            all.forEachRemaining(state -> states.put(state.key, state.value));
        }
        return states;
    }

    /** This one ends, and another takes over what it had come to. */
    public Pipeline restarted(Path stateDirectory) {
        Map<String, byte[]> states = states();
        close();
        Pipeline next = new Pipeline(stateDirectory, prefix, archive);
        next.restore(states);
        return next;
    }

    /** Puts states in the store, beside those that are there. */
    void restore(Map<String, byte[]> states) {
        states.forEach(store()::put);
    }

    private KeyValueStore<String, byte[]> store() {
        return driver.getKeyValueStore(NodeNames.DEVICE_STATE);
    }

    @Override
    public void close() {
        driver.close();
    }
}
