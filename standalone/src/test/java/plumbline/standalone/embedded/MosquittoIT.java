package plumbline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger's client: Debian's mosquitto-clients. */
class MosquittoIT {
    @BeforeAll
    static void isInstalled() throws Exception {
        try {
            run("mosquitto_pub", "--help");
        } catch (IOException e) {
            String reason = "skipped: mosquitto_pub is not installed (Debian: mosquitto-clients)";
            System.out.println(reason);
            abort(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "311"})
    void publishes(String version) throws Exception {
        try (EmbeddedMqtt broker = EmbeddedMqtt.start(0);
                MqttProbe ingest = MqttProbe.passing(broker, "ingest")) {
            ingest.subscribe("posture/v1/+/up/readings");
            run(command(broker, "mosquitto_pub", version, "-t", "posture/v1/dev-1/up/readings", "-m", "{}"));
            await().untilAsserted(() -> assertThat(ingest.texts()).containsExactly("{}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "311"})
    void receives(String version) throws Exception {
        MqttMessage stored = new MqttMessage("stored".getBytes(StandardCharsets.UTF_8), 1, true, null);
        try (EmbeddedMqtt broker = EmbeddedMqtt.start(0);
                MqttProbe ingest = MqttProbe.passing(broker, "ingest")) {
            ingest.publish("posture/v1/dev-1/down/stored", stored);
            String[] once =
                    command(broker, "mosquitto_sub", version, "-t", "posture/v1/+/down/#", "-C", "1", "-W", "10");
            assertThat(run(once)).isEqualTo("stored");
        }
    }

    private static String[] command(EmbeddedMqtt broker, String name, String version, String... more) {
        String port = String.valueOf(broker.endpoint().port());
        List<String> connection = List.of(name, "-V", version, "-h", "127.0.0.1", "-p", port, "-q", "1");
        return Stream.concat(connection.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
