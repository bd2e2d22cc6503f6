package plumbline.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.codec.ContentType;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttArrival;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.contract.mqtt.MqttConnection;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.mqtt.MqttListener;
import plumbline.contract.mqtt.MqttUnavailableException;
import plumbline.contract.mqtt.OutboundPublish;
import plumbline.contract.mqtt.PublishResult;
import plumbline.contract.operator.ServiceException;
import plumbline.ingest.kafka.StoredFeed;

/**
 * Tells devices how far their readings are stored: carries watermarks from Kafka to each device's retained message, on a
 * connection of its own. After a failure it goes on with the last that is not known to have arrived; one
 * that comes twice says the same.
 */
final class StoredLoop {
    /** Below the 20 messages that Mosquitto takes at a time. */
    private static final int IN_FLIGHT = 16;

    private static final Logger LOG = LoggerFactory.getLogger(StoredLoop.class);

    private final MqttEndpoint mqtt;
    private final KafkaEndpoint kafka;
    private final MqttClientSettings settings;
    private final Counter told;
    private final Counter refused;

    StoredLoop(MqttEndpoint mqtt, KafkaEndpoint kafka, String clientId, MeterRegistry registry) {
        this.mqtt = mqtt;
        this.kafka = kafka;
        this.settings = MqttClientSettings.passing(clientId);
        this.told = Counter.builder("plumbline.ingest.watermarks.told")
                .description("Watermarks that the MQTT broker holds for their devices")
                .register(registry);
        this.refused = Counter.builder("plumbline.ingest.watermarks.refused")
                .description("Watermarks that the MQTT broker does not take")
                .register(registry);
    }

    String run(RetriedTask task) throws InterruptedException {
        Loss loss = new Loss();
        try (StoredFeed feed = StoredFeed.open(kafka, settings.clientId());
                MqttConnection connection = MqttConnection.open(mqtt, settings, loss)) {
            task.succeeded();
            while (!task.isStopping() && !loss.isTold()) {
                tell(feed, connection);
            }
            return loss.cause;
        } catch (MqttUnavailableException | ServiceException e) {
            return String.valueOf(e.getMessage());
        } catch (ExecutionException e) {
            return "a watermark was not confirmed: " + e.getCause();
        }
    }

    private void tell(StoredFeed feed, MqttConnection connection) throws InterruptedException, ExecutionException {
        Deque<CompletableFuture<PublishResult>> underWay = new ArrayDeque<>();
        for (StoredFeed.Watermark watermark : feed.next()) {
            if (underWay.size() == IN_FLIGHT) {
                settle(underWay.remove().get());
            }
            underWay.add(connection.publish(OutboundPublish.standing(
                    DeviceTopicKind.STORED.of(watermark.device()).name(),
                    watermark.json(),
                    ContentType.JSON.mediaType())));
        }
        if (!underWay.isEmpty()) {
            for (CompletableFuture<PublishResult> each : underWay) {
                settle(each.get());
            }
            feed.commit();
        }
    }

    /** Nobody subscribed is as good: the message stands for whoever comes. */
    private void settle(PublishResult result) {
        if (result == PublishResult.REFUSED) {
            refused.increment();
        } else {
            told.increment();
        }
    }

    /** The end of one connection. */
    private static final class Loss implements MqttListener {
        private volatile String cause = "";

        @Override
        public void arrived(MqttArrival arrival) {
            LOG.debug("nothing is subscribed, and yet a message came to {}", arrival.topic());
        }

        @Override
        public void lost(String why) {
            cause = why;
        }

        boolean isTold() {
            return !cause.isEmpty();
        }
    }
}
