package plumbline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.mqtt.MqttUnavailableException;
import plumbline.contract.operator.ServiceException;
import plumbline.ingest.kafka.UploadProducer;

/**
 * Takes in what the broker holds for the session from before this ingester began to share, or ended that, and ends the session.
 * Until then what comes to it comes twice.
 */
final class FormerSession {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(FormerSession.class);

    private final MqttEndpoint mqtt;
    private final KafkaEndpoint kafka;
    private final String clientId;
    private final long maxWaitingBytes;
    private final BooleanSupplier replaced;
    private final Clock clock;
    private final MeterRegistry registry;
    private final IngestMetrics metrics;

    /** @param replaced whether all subscriptions that take its place have been made; nothing begins before */
    FormerSession(
            MqttEndpoint mqtt,
            KafkaEndpoint kafka,
            IngestSettings settings,
            BooleanSupplier replaced,
            Clock clock,
            MeterRegistry registry,
            IngestMetrics metrics) {
        this.mqtt = mqtt;
        this.kafka = kafka;
        this.clientId = settings.formerClientId();
        this.maxWaitingBytes = settings.maxWaitingBytes();
        this.replaced = replaced;
        this.clock = clock;
        this.registry = registry;
        this.metrics = metrics;
    }

    String run(RetriedTask task) throws InterruptedException {
        while (!replaced.getAsBoolean()) {
            if (task.isStopping()) {
                return "stopped";
            }
            task.pause(LOOK_EVERY);
        }
        try (UploadProducer producer =
                UploadProducer.connect(kafka, clientId, maxWaitingBytes, registry, task::isStopping)) {
            Optional<String> cause = takeIn(producer, task);
            if (cause.isEmpty() && !task.isStopping()) {
                end(producer, task);
                task.stop();
            }
            return cause.orElse("stopped");
        } catch (MqttUnavailableException | ServiceException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Returns why some of it is left, or nothing where all is stored. */
    private Optional<String> takeIn(UploadProducer producer, RetriedTask task)
            throws MqttUnavailableException, InterruptedException {
        try (IngestEpoch epoch = epoch(producer, task)) {
            if (!epoch.connect(mqtt, MqttClientSettings.lasting(clientId))) {
                return Optional.empty();
            }
            LOG.info("{} takes in what the MQTT broker holds for it from before", clientId);
            Optional<String> cause = epoch.forwardHeld();
            return cause.isPresent() || epoch.flush() ? cause : Optional.of("not all is confirmed");
        }
    }

    /** With a client that leaves nothing behind. */
    private void end(UploadProducer producer, RetriedTask task) throws MqttUnavailableException {
        try (IngestEpoch epoch = epoch(producer, task)) {
            epoch.connect(mqtt, MqttClientSettings.passing(clientId));
        }
    }

    private IngestEpoch epoch(UploadProducer producer, RetriedTask task) {
        return new IngestEpoch(producer, clock, metrics, task::isStopping, maxWaitingBytes);
    }
}
