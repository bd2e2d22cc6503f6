package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.alerts.AlertsService;
import plumbline.alerts.AlertsSettings;
import plumbline.alerts.channel.WebhookTarget;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Delivery.State;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.kafka.DevicePartition;
import plumbline.contract.kafka.KafkaEndpoint;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.standalone.embedded.EmbeddedMqtt;

class AlertsIT {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    /** As long as one attempt at a silent webhook takes. */
    private static final Duration HANG = Duration.ofSeconds(5);

    private static final AlertsSettings DEVICE_ONLY = new AlertsSettings(null, false);
    private static final AtomicInteger RUN = new AtomicInteger();

    private static EmbeddedKafka broker;
    private static EmbeddedMqtt sharedMqtt;

    private final int run = RUN.incrementAndGet();
    private KafkaEndpoint kafka = new KafkaEndpoint(broker.bootstrap(), new TopicPrefix("alerts-" + run + "."));
    private final DeviceId device = new DeviceId("dev-" + run);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private MqttEndpoint mqtt = sharedMqtt.endpoint();
    private TopicProbe probe;
    private AlertsService service;

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

    @Test
    void reminderReachesItsDeviceWithTheTimeItHasLeftAndItsStepsAreKept() throws Exception {
        start(DEVICE_ONLY);
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            raise(reminder(1));

            await().atMost(WITHIN).until(() -> subscriber.messages.size() == 1);
            var message = subscriber.messages.get(0);
            assertThat(DeviceSubscriber.reminder(message)).isEqualTo(reminder(1));
            assertThat(message.getProperties().getContentType()).isEqualTo("application/json");
            assertThat(message.getProperties().getMessageExpiryInterval()).isBetween(570L, 600L);
            awaitStates(State.SENT, State.DELIVERED);
        }
        ConsumerRecord<String, byte[]> record = probe.records().get(1);
        assertThat(record.key()).isEqualTo(reminder(1).id() + "/device");
        assertThat(record.partition())
                .isEqualTo(DevicePartition.of(device.value(), TopicProvisioner.DEFAULT_PARTITIONS));
    }

    @Test
    void reminderThatIsReadTwiceReachesThePersonOnce() throws Exception {
        start(DEVICE_ONLY);
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            raise(reminder(1));
            raise(reminder(1));
            raise(reminder(2));

            awaitReminders(subscriber, 1, 2);
        }
    }

    @Test
    void expiredReminderIsDroppedAndRecorded() throws Exception {
        Reminder late = reminder(1, now.minus(Duration.ofMinutes(11)));
        start(DEVICE_ONLY);
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            raise(late);
            raise(reminder(2));

            awaitReminders(subscriber, 2);
            awaitStates(State.EXPIRED, State.SENT, State.DELIVERED);
        }
    }

    @Test
    void afterARestartNothingIsSentAgainEvenWhereNoOffsetWasCommitted() throws Exception {
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            start(DEVICE_ONLY);
            raise(reminder(1));
            awaitReminders(subscriber, 1);
            awaitStates(State.SENT, State.DELIVERED);
            service.close();
            probe.forget("plumbline-alerts-device");

            raise(reminder(1));
            raise(reminder(2));
            start(DEVICE_ONLY);

            awaitReminders(subscriber, 1, 2);
        }
    }

    @Test
    void reminderRaisedWhileAlertsWereAwayIsDeliveredWhenTheyComeBack() throws Exception {
        raise(reminder(1));
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            start(DEVICE_ONLY);

            awaitReminders(subscriber, 1);
        }
    }

    @Test
    void reminderRaisedWhileMqttIsAwayArrivesOnceItIsBack() throws Exception {
        EmbeddedMqtt first = EmbeddedMqtt.start(0);
        mqtt = first.endpoint();
        start(DEVICE_ONLY);
        first.close();
        raise(reminder(1));
        await().until(() -> !service.isReady());

        try (EmbeddedMqtt second = EmbeddedMqtt.start(mqtt.port());
                DeviceSubscriber subscriber = new DeviceSubscriber(second.endpoint(), device)) {
            awaitReminders(subscriber, 1);
            await().atMost(WITHIN).until(() -> states().contains(State.DELIVERED));
        } finally {
            service.close();
        }
    }

    @Test
    void deviceThatIsAwayGetsItsReminderOnReturn() throws Exception {
        start(DEVICE_ONLY);
        new DeviceSubscriber(mqtt, device).close();
        raise(reminder(1));
        awaitStates(State.SENT, State.DELIVERED);

        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            awaitReminders(subscriber, 1);
        }
    }

    @Test
    void reminderRaisedAfterKafkaWasAwayIsDeliveredAndRecorded(@TempDir Path folder) throws Exception {
        EmbeddedKafka first = EmbeddedKafka.start(0, folder);
        kafka = new KafkaEndpoint(first.bootstrap(), TopicPrefix.NONE);
        try (TopicProbe away = new TopicProbe(kafka, KafkaTopic.DELIVERIES);
                DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            start(DEVICE_ONLY);
            first.close();
            try (EmbeddedKafka second = EmbeddedKafka.start(first.port(), folder)) {
                assertThat(second.bootstrap()).isEqualTo(kafka.bootstrap());
                away.send(KafkaTopic.REMINDERS, device.value(), EventJson.encode(reminder(1)), now);

                awaitReminders(subscriber, 1);
                await().atMost(WITHIN).until(() -> away.records().size() == 2);
                assertThat(service.fault()).isEmpty();
                service.close();
            }
        }
    }

    @Test
    void answersDoneAndSnoozeAreSteps() throws Exception {
        start(DEVICE_ONLY);
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            raise(reminder(1));
            awaitReminders(subscriber, 1);
            awaitStates(State.SENT, State.DELIVERED);

            answer(AnswerWord.SEEN);
            answer(AnswerWord.SNOOZE);
            answer(AnswerWord.SNOOZE);
            answer(AnswerWord.DONE);

            awaitStates(State.SENT, State.DELIVERED, State.SNOOZED, State.DONE);
        }
    }

    @Test
    void recordThatIsNoReminderBecomesADeadLetterAndTheFlowGoesOn() throws Exception {
        start(DEVICE_ONLY);
        byte[] broken = "{\"id\":".getBytes(StandardCharsets.UTF_8);
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device);
                TopicProbe letters = new TopicProbe(kafka, KafkaTopic.DEAD_LETTERS)) {
            probe.send(KafkaTopic.REMINDERS, device.value(), broken, now);
            probe.send(KafkaTopic.REMINDERS, device.value(), null, now);
            raise(reminder(1));

            awaitReminders(subscriber, 1);
            await().atMost(WITHIN).until(() -> letters.records().size() == 2);
            assertThat(letters.records().get(0).value()).isEqualTo(broken);
            assertThat(letters.records())
                    .extracting(letter ->
                            new String(letter.headers().lastHeader("reason").value(), StandardCharsets.UTF_8))
                    .containsExactly("not_json", "empty");
        }
    }

    @Test
    void webhookThatHangsHoldsNobodyUpAndGetsItsOwnLater() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService executor = Executors.newCachedThreadPool();
        server.setExecutor(executor);
        server.createContext("/", exchange -> {
            if (posts.incrementAndGet() > 1) {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        start(new AlertsSettings(new WebhookTarget(url, null), true));
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            raise(reminder(1));

            await().atMost(HANG)
                    .until(() -> states("device").contains(State.DELIVERED)
                            && states("log").contains(State.DELIVERED)
                            && states("webhook").contains(State.SENT));
            assertThat(states("webhook")).doesNotContain(State.DELIVERED);
            await().atMost(WITHIN).until(() -> states("webhook").contains(State.DELIVERED));
            assertThat(subscriber.reminders()).hasSize(1);
        } finally {
            server.stop(0);
            executor.shutdownNow();
        }
    }

    private void start(AlertsSettings settings) {
        service = new AlertsService(mqtt, kafka, settings, Clock.systemUTC(), new SimpleMeterRegistry());
        service.start();
        await().atMost(WITHIN).until(service::isReady);
    }

    private void raise(Reminder reminder) throws Exception {
        probe.send(KafkaTopic.REMINDERS, device.value(), EventJson.encode(reminder), reminder.raisedAt());
    }

    private void answer(AnswerWord word) throws Exception {
        Answer answer = new Answer.ToReminder(now, reminder(1).id(), word, null);
        probe.send(KafkaTopic.ANSWERS, device.value(), AnswerCodec.encode(answer), now);
    }

    private Reminder reminder(int step) {
        return reminder(step, now);
    }

    private Reminder reminder(int step, Instant raisedAt) {
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

    private void awaitReminders(DeviceSubscriber subscriber, Integer... steps) {
        List<String> ids =
                List.of(steps).stream().map(step -> reminder(step).id()).toList();
        await().atMost(WITHIN)
                .untilAsserted(() -> assertThat(subscriber.reminders()).containsExactlyElementsOf(ids));
    }

    private void awaitStates(State... states) {
        await().atMost(WITHIN).untilAsserted(() -> assertThat(states()).containsExactly(states));
    }

    private List<State> states() {
        return states("device");
    }

    private List<State> states(String channel) {
        return probe.records().stream()
                .map(record -> ((Decoded.Accepted<Delivery>) EventJson.decode(record.value(), Delivery.class)).value())
                .filter(step -> step.channel().equals(channel))
                .map(Delivery::state)
                .toList();
    }
}
