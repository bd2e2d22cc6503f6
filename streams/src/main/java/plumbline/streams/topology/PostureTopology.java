package plumbline.streams.topology;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.TopicPrefix;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.settings.RuleSettings;

/** Uploads, answers and profiles into episodes, reminders, decisions, status and days; every node is named. */
public final class PostureTopology {
    private static final List<KafkaTopic> SOURCES =
            List.of(KafkaTopic.UPLOADS, KafkaTopic.ANSWERS, KafkaTopic.PROFILES);
    private static final List<KafkaTopic> SINKS = List.of(
            KafkaTopic.EPISODES,
            KafkaTopic.REMINDERS,
            KafkaTopic.DECISIONS,
            KafkaTopic.DAYS,
            KafkaTopic.STATUS,
            KafkaTopic.STORED,
            KafkaTopic.DEAD_LETTERS);

    private final TopicPrefix prefix;
    private final RuleSettings settings;
    private final UploadsProgress progress;
    private final HistoryDesks desks;
    private final EffectCounter counter;

    public PostureTopology(
            TopicPrefix prefix,
            RuleSettings settings,
            UploadsProgress progress,
            HistoryArchive archive,
            MeterRegistry registry) {
        this.progress = progress;
        this.desks = new HistoryDesks(archive);
        this.prefix = prefix;
        this.settings = settings;
        this.counter = new EffectCounter(registry);
    }

    public Topology build() {
        Topology topology = new Topology();
        SOURCES.forEach(topic -> addDevice(topology, topic));
        String[] devices = SOURCES.stream().map(NodeNames::device).toArray(String[]::new);
        topology.addStateStore(states(), devices);
        SINKS.forEach(topic -> topology.addSink(
                NodeNames.sink(topic),
                prefix.name(topic),
                new StringSerializer(),
                new ByteArraySerializer(),
                new ByDevice(),
                devices));
        return topology;
    }

    private void addDevice(Topology topology, KafkaTopic topic) {
        topology.addSource(
                NodeNames.source(topic), new StringDeserializer(), new ByteArrayDeserializer(), prefix.name(topic));
        ProcessorSupplier<String, byte[], String, byte[]> supplier = () -> new DeviceProcessor(
                new DeviceMachine(settings), decoder(topic), counter, prefix.name(topic), desks, caretaking(topic));
        topology.addProcessor(NodeNames.device(topic), supplier, NodeNames.source(topic));
    }

    private Optional<UploadsProgress> caretaking(KafkaTopic topic) {
        return topic == KafkaTopic.UPLOADS ? Optional.of(progress) : Optional.empty();
    }

    private static Function<byte @Nullable [], DeviceInput> decoder(KafkaTopic topic) {
        InputDecoder decoder = new InputDecoder();
        return switch (topic) {
            case ANSWERS -> decoder::answer;
            case PROFILES -> decoder::profile;
            default -> decoder::upload;
        };
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> states() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(NodeNames.DEVICE_STATE), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }
}
