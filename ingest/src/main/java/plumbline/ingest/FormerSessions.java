package plumbline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * Takes in what the broker holds for the sessions from before this ingester began to share, or ended that, and ends them. Until
 * then what comes to them comes twice.
 */
final class FormerSessions {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(FormerSessions.class);

    private final MqttEndpoint mqtt;
    private final KafkaEndpoint kafka;
    private final IngestSettings settings;
    private final BooleanSupplier replaced;
    private final Clock clock;
    private final MeterRegistry registry;
    private final IngestMetrics metrics;

    /** @param replaced whether all subscriptions that take their place have been made; nothing begins before */
    FormerSessions(
            MqttEndpoint mqtt,
            KafkaEndpoint kafka,
            IngestSettings settings,
            BooleanSupplier replaced,
            Clock clock,
            MeterRegistry registry,
            IngestMetrics metrics) {
        this.mqtt = mqtt;
        this.kafka = kafka;
        this.settings = settings;
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
        try (UploadProducer producer = UploadProducer.connect(
                kafka, settings.clientId() + "-former", settings.maxWaitingBytes(), registry, task::isStopping)) {
            endAll(takeInAll(producer, task), producer, task);
            task.stop();
            return "done";
        } catch (MqttUnavailableException | ServiceException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** One after another until one is not there; gives them from the last on, so that none is left behind one that has ended. */
    private Deque<String> takeInAll(UploadProducer producer, RetriedTask task)
            throws MqttUnavailableException, InterruptedException {
        Deque<String> met = new ArrayDeque<>();
        for (String clientId : settings.formerClientIds()) {
            met.push(clientId);
            if (!takeIn(clientId, producer, task)) {
                break;
            }
        }
        return met;
    }

    /** False where there is no such session; throws where some of what it holds may not be stored. */
    private boolean takeIn(String clientId, UploadProducer producer, RetriedTask task)
            throws MqttUnavailableException, InterruptedException {
        try (IngestEpoch epoch = epoch(producer, task)) {
            if (!epoch.connect(mqtt, MqttClientSettings.lasting(clientId))) {
                return false;
            }
            LOG.info("{} takes in what the MQTT broker holds for it from before", clientId);
            Optional<String> cause = epoch.forwardHeld();
            if (cause.isPresent() || !epoch.flush() || task.isStopping()) {
                throw new MqttUnavailableException(cause.orElse("not all is confirmed"));
            }
            return true;
        }
    }

    /** With clients that leave nothing behind. */
    private void endAll(Deque<String> clientIds, UploadProducer producer, RetriedTask task)
            throws MqttUnavailableException {
        for (String clientId : clientIds) {
            try (IngestEpoch epoch = epoch(producer, task)) {
                epoch.connect(mqtt, MqttClientSettings.passing(clientId));
            }
        }
    }

    private IngestEpoch epoch(UploadProducer producer, RetriedTask task) {
        return new IngestEpoch(producer, clock, metrics, task::isStopping, settings.maxWaitingBytes());
    }
}
