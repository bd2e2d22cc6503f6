package plumbline.alerts.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.mqtt.MqttArrival;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.contract.mqtt.MqttConnection;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.mqtt.MqttListener;
import plumbline.contract.mqtt.MqttUnavailableException;

/** Keeps a connection to the broker up: one after another, with pauses between. */
final class DeviceLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceLink.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

    private final MqttEndpoint endpoint;
    private final MqttClientSettings settings;
    private final Thread thread;
    private volatile @Nullable MqttConnection current;

    DeviceLink(MqttEndpoint endpoint, String clientId) {
        this.endpoint = endpoint;
        this.settings = MqttClientSettings.passing(clientId);
        thread = new Thread(this::keepUp, "alerts-device-link");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The connection, or nothing while there is none. */
    Optional<MqttConnection> connection() {
        return Optional.ofNullable(current);
    }

    private void keepUp() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                pause = connectOnce() ? FIRST_PAUSE : longer(pause);
                Thread.sleep(spread(pause));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds a connection until it is lost; false where there was none to have. */
    private boolean connectOnce() throws InterruptedException {
        Loss loss = new Loss();
        try (MqttConnection connection = MqttConnection.open(endpoint, settings, loss)) {
            current = connection;
            LOG.info("reminders go to devices by MQTT at {}", endpoint.address());
            loss.await();
            return true;
        } catch (MqttUnavailableException e) {
            LOG.warn("{}; trying again", e.getMessage());
            return false;
        } finally {
            current = null;
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static long spread(Duration pause) {
        return ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() + 1);
    }

    /** The end of one connection. */
    private static final class Loss implements MqttListener {
        private final CountDownLatch lost = new CountDownLatch(1);

        @Override
        public void arrived(MqttArrival arrival) {
            LOG.debug("nothing is subscribed, and yet a message came to {}", arrival.topic());
        }

        @Override
        public void lost(String cause) {
            LOG.warn("lost MQTT: {}", cause);
            lost.countDown();
        }

        void await() throws InterruptedException {
            lost.await();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
