package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.alerts.AlertsSettings;
import plumbline.alerts.channel.WebhookTarget;
import plumbline.contract.codec.EventJson;
import plumbline.contract.event.Delivery.State;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.TopicPrefix;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.standalone.embedded.EmbeddedMqtt;

class AlertsOutageIT extends AlertsFixture {
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
        await().atMost(WITHIN).until(() -> !service.isReady());

        try (EmbeddedMqtt second = EmbeddedMqtt.start(mqtt.port());
                DeviceSubscriber subscriber = new DeviceSubscriber(second.endpoint(), device)) {
            awaitReminders(subscriber, 1);
            await().atMost(WITHIN).until(() -> states().contains(State.DELIVERED));
        } finally {
            service.close();
        }
    }

    @Test
    void reminderWithdrawnWhileAlertsWereAwayIsNeverSent() throws Exception {
        raise(reminder(1));
        withdraw(reminder(1));
        raise(reminder(2));
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            start(DEVICE_ONLY);

            awaitReminders(subscriber, 2);
            awaitStates(State.WITHDRAWN, State.SENT, State.DELIVERED);
        }
    }

    @Test
    void reminderWithdrawnWhileMqttIsAwayIsNotSentOnceItIsBackAndOtherChannelsHadIt() throws Exception {
        EmbeddedMqtt first = EmbeddedMqtt.start(0);
        mqtt = first.endpoint();
        start(new AlertsSettings(null, true));
        first.close();
        await().atMost(WITHIN).until(() -> !service.isReady());
        raise(reminder(1));
        await().atMost(WITHIN).until(() -> states("log").contains(State.DELIVERED));
        withdraw(reminder(1));
        await().atMost(WITHIN).until(() -> states().contains(State.WITHDRAWN));
        raise(reminder(2));

        try (EmbeddedMqtt second = EmbeddedMqtt.start(mqtt.port());
                DeviceSubscriber subscriber = new DeviceSubscriber(second.endpoint(), device)) {
            awaitReminders(subscriber, 2);
            assertThat(states()).startsWith(State.WITHDRAWN);
            assertThat(states("log")).doesNotContain(State.WITHDRAWN);
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
    void webhookThatHangsHoldsNobodyUpAndGetsItsOwnLater() throws Exception {
        AtomicBoolean answers = new AtomicBoolean();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService executor = Executors.newCachedThreadPool();
        server.setExecutor(executor);
        server.createContext("/", exchange -> {
            if (answers.get()) {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        start(new AlertsSettings(new WebhookTarget(url, null), true));
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            raise(reminder(1));

            await().atMost(WITHIN)
                    .until(() -> states("device").contains(State.DELIVERED)
                            && states("log").contains(State.DELIVERED)
                            && states("webhook").contains(State.SENT));
            assertThat(states("webhook")).doesNotContain(State.DELIVERED);
            answers.set(true);
            await().atMost(WITHIN).until(() -> states("webhook").contains(State.DELIVERED));
            assertThat(subscriber.reminders()).hasSize(1);
        } finally {
            server.stop(0);
            executor.shutdownNow();
        }
    }
}
