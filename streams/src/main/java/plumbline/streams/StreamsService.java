package plumbline.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.Service;
import plumbline.contract.operator.ServiceException;
import plumbline.streams.kafka.KafkaHistory;
import plumbline.streams.kafka.KafkaProgress;
import plumbline.streams.topology.FailurePolicy;
import plumbline.streams.topology.PostureTopology;

/** The streams application: the posture topology on a Kafka cluster. */
public final class StreamsService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    private static final String APPLICATION = "plumbline-streams";
    private static final int COMMIT_MILLIS = 100;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    /** An instance that has said nothing for so long is gone, and others take over its partitions. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(8);

    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(1);

    /** What an instance had not committed when it went is given up after this, and not before is its place in the input known. */
    private static final Duration UNCOMMITTED_FOR = Duration.ofSeconds(5);

    private final KafkaEndpoint kafka;
    private final StreamsSettings settings;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final FailurePolicy failures = new FailurePolicy(Clock.systemUTC());
    private boolean isClosed;
    private @Nullable String restoreFault;
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
        progress = new KafkaProgress(kafka, partitions, kafka.prefix().name(APPLICATION), clock);
        history = new KafkaHistory(kafka);
        begin();
    }

    /** Kafka Streams opens what lies in its folder when it starts, and later what it is given by its group. */
    private void begin() {
        try {
            launch();
        } catch (StreamsException e) {
            failures.handle(e);
            if (!failures.isRestoreDue()) {
                throw new ServiceException("streams can't begin: " + e.getMessage(), e);
            }
            beginAnew();
        }
    }

    private void launch() {
        PostureTopology topology = new PostureTopology(
                kafka.prefix(),
                settings.rules(),
                Objects.requireNonNull(progress),
                Objects.requireNonNull(history),
                registry);
        KafkaStreams starting = new KafkaStreams(topology.build(), properties());
        starting.setUncaughtExceptionHandler(failures);
        starting.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR && failures.isRestoreDue()) {
                // Not on this thread, which is one of those that have to end.
                new Thread(this::restore, "streams-restore").start();
            }
        });
        metrics = new KafkaStreamsMetrics(starting);
        metrics.bindTo(registry);
        streams = starting;
        starting.start();
    }

    private synchronized void restore() {
        if (isClosed) {
            return;
        }
        try {
            beginAnew();
        } catch (KafkaException | ServiceException e) {
            LOG.error("the local state can't be deleted and restored", e);
            restoreFault = "the local state can't be used, nor be deleted and restored: " + e.getMessage();
        }
    }

    /** Deletes the local state, which could not be used, and begins with that of Kafka. */
    private void beginAnew() {
        endStreams();
        Objects.requireNonNull(streams).cleanUp();
        failures.restoring();
        LOG.info("the local state is deleted, and is now restored from Kafka");
        begin();
    }

    private Properties properties() {
        String guarantee = settings.exactlyOnce() ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE;
        String instance = InstanceId.in(settings.stateDirectory());
        String ahead = Long.toString(TopicProvisioner.TIME_AHEAD.toMillis());
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.prefix().name(APPLICATION));
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), millis(GONE_AFTER));
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), millis(HEARTBEAT_EVERY));
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), millis(UNCOMMITTED_FOR));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG), ahead);
        return properties;
    }

    private static int millis(Duration duration) {
        return (int) duration.toMillis();
    }

    @Override
    public synchronized boolean isReady() {
        return streams != null && streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public synchronized Optional<String> fault() {
        if (restoreFault != null) {
            return Optional.of(restoreFault);
        }
        boolean failed = streams != null && streams.state() == KafkaStreams.State.ERROR && !failures.isRestoreDue();
        return failed ? Optional.of("the stream threads died too often; see the log above") : Optional.empty();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        endStreams();
        if (history != null) {
            history.close();
        }
        if (progress != null) {
            progress.close();
        }
    }

    /** What looks at Kafka beside them goes on, for those that begin next. */
    private void endStreams() {
        if (metrics != null) {
            metrics.close();
        }
        if (streams != null) {
            streams.close(STOP_WITHIN);
        }
    }
}
