package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.mqtt.MqttArrival;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.contract.mqtt.MqttConnection;
import plumbline.contract.mqtt.MqttListener;
import plumbline.contract.mqtt.OutboundPublish;
import plumbline.standalone.pipeline.Brokers;
import plumbline.standalone.pipeline.Services;
import plumbline.streams.settings.RuleSettings;

/** A device hears how far its readings are stored, over real brokers. */
class StoredWatermarkIT {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final RuleSettings SOON = RuleSettings.DEFAULTS.with(Map.of("stored.every", "1s"));

    private static Brokers brokers;
    private static Services services;

    @BeforeAll
    static void start() {
        brokers = Brokers.start(0, 0);
        services = Services.start(brokers.mqtt(), brokers.kafka(), SOON, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        services.close();
        brokers.close();
    }

    @Test
    void whatIsStoredWithoutAHoleIsToldAndAHoleHoldsItBack() throws Exception {
        try (Probe device = new Probe("holes")) {
            device.uploads(1, 0);
            device.uploads(1, 4);
            device.awaitHeard(StoredWatermark.of(1, 1));

            device.uploads(1, 2);
            device.awaitHeard(StoredWatermark.of(1, 5));
            assertThat(device.heard).doesNotContain(StoredWatermark.of(1, 3));
        }
    }

    @Test
    void whoComesLaterFindsItRetained() throws Exception {
        try (Probe device = new Probe("later")) {
            device.uploads(3, 0);
            device.awaitHeard(StoredWatermark.of(3, 1));
        }
        try (Probe device = new Probe("later")) {
            device.awaitHeard(StoredWatermark.of(3, 1));
        }
    }

    @Test
    void whoSendsAgainWhatIsCoveredIsToldAgainThoughTheBrokerForgot() throws Exception {
        try (Probe device = new Probe("again")) {
            device.uploads(1, 0);
            device.awaitHeard(StoredWatermark.of(1, 1));
            device.forgetRetained();
        }
        try (Probe device = new Probe("again")) {
            device.uploads(1, 0);
            device.awaitHeard(StoredWatermark.of(1, 1));
        }
    }

    @Test
    void theNewestBootIsToldLast() throws Exception {
        try (Probe device = new Probe("boots")) {
            device.uploads(1, 0);
            device.uploads(2, 0);
            device.uploads(1, 2);
            device.uploads(2, 2);
            device.awaitHeard(StoredWatermark.of(1, 3));
            device.awaitHeard(StoredWatermark.of(2, 3));
            assertThat(device.heard).last().isEqualTo(StoredWatermark.of(2, 3));
        }
    }

    /** A device that sends two readings at a time and listens for its watermark. */
    private static final class Probe implements MqttListener, AutoCloseable {
        final List<StoredWatermark> heard = new CopyOnWriteArrayList<>();
        private final DeviceId id;
        private final MqttConnection connection;

        Probe(String id) throws Exception {
            this.id = new DeviceId(id);
            connection = MqttConnection.open(brokers.mqtt(), MqttClientSettings.passing(id), this);
            connection.subscribe(List.of(DeviceTopicKind.STORED.of(this.id).name()));
        }

        void uploads(long boot, long seq) throws Exception {
            String json = "{\"v\":1,\"boot\":%d,\"seq\":%d,\"start\":%d,\"interval\":1000,\"neck\":[12.1,null]}"
                    .formatted(boot, seq, System.currentTimeMillis());
            publish(OutboundPublish.passing(
                    DeviceTopicKind.READINGS.of(id).name(),
                    json.getBytes(StandardCharsets.UTF_8),
                    "application/json",
                    Duration.ofHours(1)));
        }

        void forgetRetained() throws Exception {
            publish(OutboundPublish.standing(DeviceTopicKind.STORED.of(id).name(), new byte[0], "text/plain"));
        }

        private void publish(OutboundPublish publish) throws Exception {
            connection.publish(publish).get(10, TimeUnit.SECONDS);
        }

        void awaitHeard(StoredWatermark expected) {
            await().atMost(WITHIN).untilAsserted(() -> assertThat(heard).contains(expected));
        }

        @Override
        public void arrived(MqttArrival arrival) {
            if (arrival.payload().length > 0) {
                heard.add(
                        ((Decoded.Accepted<StoredWatermark>) EventJson.decode(arrival.payload(), StoredWatermark.class))
                                .value());
            }
        }

        @Override
        public void lost(String cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
