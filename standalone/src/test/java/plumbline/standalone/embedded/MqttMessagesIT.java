package plumbline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MqttMessagesIT {
    private static EmbeddedMqtt broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedMqtt.start(0);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theLatestRetainedMessageAwaitsASubscriberUntilItIsCleared() throws Exception {
        try (MqttProbe alerts = MqttProbe.passing(broker, "alerts")) {
            String topic = "kept/dev-1/stored";
            alerts.publish(topic, retained("first"));
            alerts.publish(topic, retained("second"));
            assertThat(retainedAt(topic, topic)).containsExactly("second");
            assertThat(retainedAt("kept/#", topic)).containsExactly("second");
            assertThat(retainedAt("+/dev-1/stored", topic)).containsExactly("second");
            alerts.publish(topic, retained(""));
            assertThat(retainedAt(topic, topic)).isEmpty();
        }
    }

    @Test
    void anExpiredMessageReachesNobody() throws Exception {
        try (MqttProbe away = MqttProbe.returning(broker, "away")) {
            away.subscribe("brief/dev-1");
        }
        MqttMessage message = retained("late");
        message.setProperties(new MqttProperties());
        message.getProperties().setMessageExpiryInterval(1L);
        try (MqttProbe alerts = MqttProbe.passing(broker, "alerts")) {
            alerts.publish("brief/dev-1", message);
            await().until(() -> retainedAt("brief/#", "brief/end").isEmpty());
            alerts.publish("brief/dev-1", "in time".getBytes(StandardCharsets.UTF_8));
        }
        try (MqttProbe back = MqttProbe.returning(broker, "away")) {
            await().until(() -> back.texts().contains("in time"));
            assertThat(back.texts()).containsExactly("in time");
        }
    }

    @Test
    void theWillIsSentForAClientThatVanishes() throws Exception {
        try (MqttProbe ingest = MqttProbe.passing(broker, "ingest")) {
            ingest.subscribe("will/+/status");
            withWill("will/dev-1/status").vanish();
            await().untilAsserted(() -> assertThat(ingest.texts()).containsExactly("offline"));
        }
    }

    @Test
    void noWillIsSentForAClientThatTakesItsLeave() throws Exception {
        try (MqttProbe ingest = MqttProbe.passing(broker, "ingest")) {
            ingest.subscribe("leave/+/status");
            for (int leave = 0; leave < 20; leave++) {
                try (MqttProbe wearable = withWill("leave/dev-1/status")) {
                    // The broker is still at these when it sees that the connection has ended.
                    wearable.publishUnheard("leave/dev-1/unheard", 100);
                }
            }
            ingest.publish("leave/dev-1/status", "after".getBytes(StandardCharsets.UTF_8));
            await().until(() -> ingest.texts().contains("after"));
            assertThat(ingest.texts()).containsExactly("after");
        }
    }

    @Test
    void anUploadTooLargeStillReachesTheIngester() throws Exception {
        byte[] payload = new byte[MqttSettings.PACKET_BYTES - 100];
        payload[payload.length - 1] = 7;
        try (MqttProbe ingest = MqttProbe.passing(broker, "ingest")) {
            ingest.subscribe("large/+");
            ingest.publish("large/dev-1", payload);
            await().until(() -> ingest.count() == 1);
            assertThat(ingest.received().get(0).message().getPayload()).isEqualTo(payload);
        }
    }

    @Test
    void aPacketOverTheLimitIsRefusedWithItsReason() throws Exception {
        try (MqttProbe wearable = MqttProbe.passing(broker, "wearable")) {
            assertThatThrownBy(() -> wearable.publish("large/dev-1", new byte[MqttSettings.PACKET_BYTES]))
                    .isInstanceOf(MqttException.class)
                    .hasMessageContaining(String.valueOf(MqttReturnCode.RETURN_CODE_PACKET_TOO_LARGE));
        }
    }

    private static MqttMessage retained(String text) {
        return new MqttMessage(text.getBytes(StandardCharsets.UTF_8), 1, true, null);
    }

    /** What a new subscriber gets at once: before what is said next, at a {@code topic} that its filter takes too. */
    private static List<String> retainedAt(String filter, String topic) throws MqttException {
        try (MqttProbe subscriber = MqttProbe.passing(broker, "subscriber")) {
            subscriber.subscribe(filter);
            subscriber.publish(topic, "end".getBytes(StandardCharsets.UTF_8));
            await().until(() -> subscriber.texts().contains("end"));
            return subscriber.texts().stream()
                    .filter(text -> !text.equals("end"))
                    .toList();
        }
    }

    private static MqttProbe withWill(String topic) throws MqttException {
        MqttMessage will = new MqttMessage("offline".getBytes(StandardCharsets.UTF_8), 1, false, null);
        return MqttProbe.passing(broker, "wearable", options -> options.setWill(topic, will));
    }
}
