package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import plumbline.alerts.AlertsService;
import plumbline.alerts.AlertsSettings;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Delivery.State;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.event.Withdrawal;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.standalone.embedded.EmbeddedMqtt;

/** Alerts on embedded brokers; each test has topics and a device of its own. */
abstract class AlertsFixture {
    static final Duration WITHIN = Duration.ofSeconds(60);
    static final AlertsSettings DEVICE_ONLY = new AlertsSettings(null, false);
    static final AtomicInteger RUN = new AtomicInteger();

    static EmbeddedKafka broker;
    static EmbeddedMqtt sharedMqtt;

    final int run = RUN.incrementAndGet();
    KafkaEndpoint kafka = new KafkaEndpoint(broker.bootstrap(), new TopicPrefix("alerts-" + run + "."));
    final DeviceId device = new DeviceId("dev-" + run);
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    MqttEndpoint mqtt = sharedMqtt.endpoint();
    TopicProbe probe;
    AlertsService service;

    @BeforeAll
    static void startBrokers() {
        broker = EmbeddedKafka.start(0);
        sharedMqtt = EmbeddedMqtt.start(0);
    }

    @AfterAll
    static void stopBrokers() {
        sharedMqtt.close();
        broker.close();
    }

    @BeforeEach
    void watchDeliveries() {
        probe = new TopicProbe(kafka, KafkaTopic.DELIVERIES);
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        probe.close();
    }

    void start(AlertsSettings settings) {
        service = new AlertsService(mqtt, kafka, settings, Clock.systemUTC(), new SimpleMeterRegistry());
        service.start();
        await().atMost(WITHIN).until(service::isReady);
    }

    void raise(Reminder reminder) throws Exception {
        probe.send(KafkaTopic.REMINDERS, device.value(), EventJson.encode(reminder), reminder.raisedAt());
    }

    void withdraw(Reminder reminder) throws Exception {
        Withdrawal withdrawal = new Withdrawal(reminder.id(), device, now, CloseReason.GOOD_POSTURE);
        probe.send(KafkaTopic.REMINDERS, device.value(), EventJson.encode(withdrawal), now);
    }

    void answer(AnswerWord word) throws Exception {
        Answer answer = new Answer.ToReminder(now, reminder(1).id(), word, null);
        probe.send(KafkaTopic.ANSWERS, device.value(), AnswerCodec.encode(answer), now);
    }

    Reminder reminder(int step) {
        return reminder(step, now);
    }

    Reminder reminder(int step, Instant raisedAt) {
        return new Reminder(
                device + "/forward_neck/1767606780000/" + step,
                device,
                PostureIssue.FORWARD_NECK,
                List.of(PostureIssue.FORWARD_NECK),
                1,
                device + "/forward_neck/1767606780000",
                raisedAt,
                raisedAt.plus(Duration.ofMinutes(10)),
                "Time for a change of position",
                "Forward neck for 7 min: neck roll",
                Haptic.SHORT,
                null,
                null);
    }

    void awaitReminders(DeviceSubscriber subscriber, Integer... steps) {
        List<String> ids =
                List.of(steps).stream().map(step -> reminder(step).id()).toList();
        await().atMost(WITHIN)
                .untilAsserted(() -> assertThat(subscriber.reminders()).containsExactlyElementsOf(ids));
    }

    void awaitStates(State... states) {
        await().atMost(WITHIN).untilAsserted(() -> assertThat(states()).containsExactly(states));
    }

    List<State> states() {
        return states("device");
    }

    List<State> states(String channel) {
        return probe.records().stream()
                .map(record -> ((Decoded.Accepted<Delivery>) EventJson.decode(record.value(), Delivery.class)).value())
                .filter(step -> step.channel().equals(channel))
                .map(Delivery::state)
                .toList();
    }
}
