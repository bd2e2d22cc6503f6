package plumbline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MqttSessionIT {
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
    void allMessagesOfASessionThatWasAwayArriveInOrder() throws Exception {
        List<String> texts = queue("away", 1_500);
        try (MqttProbe back = MqttProbe.returning(broker, "away")) {
            await().untilAsserted(() -> assertThat(back.count()).isEqualTo(texts.size()));
            assertThat(back.texts()).isEqualTo(texts);
        }
    }

    @Test
    void receiveMaximumBoundsWhatIsUnacknowledged() throws Exception {
        queue("bounded", 501);
        try (MqttProbe silent = MqttProbe.silent(broker, "bounded", 500)) {
            await().until(() -> silent.count() == 500);
            await().during(Duration.ofMillis(500)).until(() -> silent.count() == 500);
        }
    }

    @Test
    void unacknowledgedMessagesComeAgainUntilTheyAreAcknowledged() throws Exception {
        List<String> texts = queue("silent", 30);
        for (int round = 0; round < 13; round++) {
            MqttProbe silent = MqttProbe.silent(broker, "silent", 500);
            await().untilAsserted(() -> assertThat(silent.texts()).isEqualTo(texts));
            silent.vanish();
        }
        try (MqttProbe back = MqttProbe.returning(broker, "silent")) {
            await().untilAsserted(() -> assertThat(back.texts()).isEqualTo(texts));
        }
    }

    @Test
    void reconnectsDoNotUseUpTheSixteenBitPacketIds() throws Exception {
        int waiting = 6_000;
        queue("ids", waiting);
        for (int round = 0; round < 11; round++) {
            MqttProbe silent = MqttProbe.silent(broker, "ids", 65_535);
            await().until(() -> silent.count() == waiting);
            silent.vanish();
        }
        try (MqttProbe back = MqttProbe.returning(broker, "ids")) {
            await().until(() -> back.count() == waiting);
        }
    }

    @Test
    void aSessionEndsAtItsExpiry() throws Exception {
        Duration expiry = Duration.ofSeconds(1);
        MqttProbe.returning(broker, "expiring", expiry).close();
        await().pollInterval(Duration.ofMillis(2_500)).until(() -> {
            try (MqttProbe back = MqttProbe.returning(broker, "expiring", expiry)) {
                return !back.foundSession();
            }
        });
    }

    /** Leaves a session with {@code count} messages waiting in it. */
    private static List<String> queue(String clientId, int count) throws Exception {
        try (MqttProbe away = MqttProbe.returning(broker, clientId)) {
            away.subscribe("queued/" + clientId + "/+");
        }
        List<String> texts = IntStream.range(0, count).mapToObj(String::valueOf).toList();
        try (MqttProbe publisher = MqttProbe.passing(broker, "publisher-" + clientId)) {
            publisher.publishAll("queued/" + clientId + "/now", texts);
        }
        return texts;
    }
}
