package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.standalone.kafka.PipelineWatch;
import plumbline.standalone.pipeline.Brokers;
import plumbline.standalone.pipeline.Services;
import plumbline.streams.settings.RuleSettings;

/** Somebody else's device, which knows the contract and nothing of our code. */
class StrangerIT {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final int EIGHT_MINUTES = 480;

    /** At any hour of the day. */
    private static final RuleSettings NO_QUIET_HOURS = RuleSettings.DEFAULTS.with(Map.of("quiet.to", "22:00"));

    private static Brokers brokers;
    private static Services services;
    private static PipelineWatch watch;
    private static final Heard HEARD = new Heard();

    @BeforeAll
    static void start() {
        brokers = Brokers.start(0, 0);
        int partitions = new TopicProvisioner(brokers.kafka()).provision();
        watch = PipelineWatch.start(brokers.kafka(), partitions, HEARD);
        services = Services.start(
                brokers.mqtt(), brokers.kafka(), NO_QUIET_HOURS, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        services.close();
        watch.close();
        brokers.close();
    }

    @Test
    void aDeviceThatSpeaksMqtt5GetsAReminder() {
        Mqtt5BlockingClient device = client("five").useMqttVersion5().buildBlocking();
        device.connect();
        List<String> reminders = new CopyOnWriteArrayList<>();
        device.toAsync()
                .subscribeWith()
                .topicFilter("posture/v1/five/down/reminders")
                .callback(message -> reminders.add(text(message.getPayloadAsBytes())))
                .send()
                .join();
        device.publishWith()
                .topic("posture/v1/five/up/readings")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(upload())
                .send();
        assertReminded("five", reminders);
        device.disconnect();
    }

    @Test
    void aDeviceThatSpeaksMqtt311GetsAReminder() {
        Mqtt3BlockingClient device = client("three").useMqttVersion3().buildBlocking();
        device.connect();
        List<String> reminders = new CopyOnWriteArrayList<>();
        device.toAsync()
                .subscribeWith()
                .topicFilter("posture/v1/three/down/reminders")
                .callback(message -> reminders.add(text(message.getPayloadAsBytes())))
                .send()
                .join();
        device.publishWith()
                .topic("posture/v1/three/up/readings")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(upload())
                .send();
        assertReminded("three", reminders);
        device.disconnect();
    }

    private static void assertReminded(String device, List<String> reminders) {
        await().atMost(WITHIN).untilAsserted(() -> assertThat(reminders).hasSize(1));
        assertThat(reminders.get(0))
                .contains("\"device\":\"" + device + "\"", "\"text\":\"forward neck for 8 min: neck roll\"");
        await().atMost(WITHIN)
                .untilAsserted(() -> assertThat(HEARD.episodes).anySatisfy(episode -> {
                    assertThat(episode.device()).hasToString(device);
                    assertThat(episode.issue()).isEqualTo(PostureIssue.FORWARD_NECK);
                    assertThat(episode.state()).isEqualTo(EpisodeState.LONG);
                }));
    }

    private static MqttClientBuilder client(String device) {
        return MqttClient.builder()
                .identifier(device)
                .serverHost(brokers.mqtt().host())
                .serverPort(brokers.mqtt().port());
    }

    private static byte[] upload() {
        return UploadTexts.forwardNeck(Clock.systemUTC().instant(), EIGHT_MINUTES, 0)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
