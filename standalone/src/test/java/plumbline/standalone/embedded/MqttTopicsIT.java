package plumbline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MqttTopicsIT {
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
    void oneLevelOfWildcardTakesEveryDeviceIdAsItIs() throws Exception {
        List<String> topics = Stream.concat(Stream.of("dev-1", "dev_2", "x".repeat(64)), notOfDevices())
                .map(device -> "posture/v1/" + device + "/up/readings")
                .toList();
        try (MqttProbe ingest = MqttProbe.passing(broker, "ingest");
                MqttProbe wearable = MqttProbe.passing(broker, "wearable")) {
            ingest.subscribe("posture/v1/+/up/readings");
            wearable.publish("posture/v1/dev-1/up/answers", new byte[1]);
            for (String topic : topics) {
                wearable.publish(topic, new byte[1]);
            }
            await().until(() -> ingest.count() >= topics.size());
            assertThat(ingest.received()).extracting(MqttProbe.Received::topic).isEqualTo(topics);
        }
    }

    /** They have to reach the ingester, which refuses them. */
    private static Stream<String> notOfDevices() {
        return Stream.of("dev.3", "dev*4", "$dev", "a b", "x".repeat(65), "x".repeat(200), "");
    }

    @Test
    void aSharedSubscriptionGivesEachMessageToOneMember() throws Exception {
        try (MqttProbe first = MqttProbe.passing(broker, "member-1");
                MqttProbe second = MqttProbe.passing(broker, "member-2");
                MqttProbe wearable = MqttProbe.passing(broker, "wearable")) {
            first.subscribe("$share/ingest/shared/+/up");
            second.subscribe("$share/ingest/shared/+/up");
            List<String> texts =
                    IntStream.range(0, 100).mapToObj(String::valueOf).toList();
            wearable.publishAll("shared/dev-1/up", texts);
            await().untilAsserted(() -> assertThat(Stream.concat(first.texts().stream(), second.texts().stream()))
                    .containsExactlyInAnyOrderElementsOf(texts));
            assertThat(first.count()).isBetween(1, 99);
        }
    }
}
