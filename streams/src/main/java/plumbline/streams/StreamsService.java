package plumbline.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.Service;
import plumbline.streams.kafka.KafkaHistory;
import plumbline.streams.kafka.KafkaProgress;
import plumbline.streams.topology.FailurePolicy;
import plumbline.streams.topology.PostureTopology;

/** The streams application: the posture topology on a Kafka cluster. */
public final class StreamsService implements Service {
    private static final String APPLICATION = "plumbline-streams";
    private static final int STANDBYS = 1;
    private static final int COMMIT_MILLIS = 100;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final KafkaEndpoint kafka;
    private final StreamsSettings settings;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics metrics;
    private @Nullable KafkaProgress progress;
    private @Nullable KafkaHistory history;

    /** @param clock by which uploads are said to have arrived */
    public StreamsService(KafkaEndpoint kafka, StreamsSettings settings, InstantSource clock, MeterRegistry registry) {
        this.clock = clock;
        this.kafka = kafka;
        this.settings = settings;
        this.registry = registry;
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public synchronized void start() {
        int partitions = new TopicProvisioner(kafka).provision();
        KafkaProgress looking =
                new KafkaProgress(kafka, partitions, kafka.prefix().name(APPLICATION), clock);
        KafkaHistory reading = new KafkaHistory(kafka);
        progress = looking;
        history = reading;
        PostureTopology topology = new PostureTopology(kafka.prefix(), settings.rules(), looking, reading, registry);
        KafkaStreams starting = new KafkaStreams(topology.build(), properties());
        starting.setUncaughtExceptionHandler(new FailurePolicy(Clock.systemUTC()));
        metrics = new KafkaStreamsMetrics(starting);
        metrics.bindTo(registry);
        streams = starting;
        starting.start();
    }

    private Properties properties() {
        String guarantee = settings.exactlyOnce() ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE;
        String instance = InstanceId.in(settings.stateDirectory());
        String ahead = Long.toString(TopicProvisioner.TIME_AHEAD.toMillis());
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.prefix().name(APPLICATION));
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, STANDBYS);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG), ahead);
        return properties;
    }

    @Override
    public synchronized boolean isReady() {
        return streams != null && streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public synchronized Optional<String> fault() {
        boolean failed = streams != null && streams.state() == KafkaStreams.State.ERROR;
        return failed ? Optional.of("the stream threads died too often; see the log above") : Optional.empty();
    }

    @Override
    public synchronized void close() {
        if (metrics != null) {
            metrics.close();
        }
        if (streams != null) {
            streams.close(STOP_WITHIN);
        }
        if (history != null) {
            history.close();
        }
        if (progress != null) {
            progress.close();
        }
    }
}
