package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.event.Delivery.State;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Reminder;
import plumbline.contract.kafka.DevicePartition;
import plumbline.contract.kafka.TopicProvisioner;

class AlertsIT extends AlertsFixture {
    @Test
    void reminderReachesItsDeviceWithTheTimeItHasLeftAndItsStepsAreKept() throws Exception {
        start(DEVICE_ONLY);
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            Reminder raised = reminder(1, Instant.now().truncatedTo(ChronoUnit.MILLIS));
            raise(raised);

            await().atMost(WITHIN).until(() -> subscriber.messages.size() == 1);
            var message = subscriber.messages.get(0);
            assertThat(DeviceSubscriber.reminder(message)).isEqualTo(raised);
            assertThat(message.getProperties().getContentType()).isEqualTo("application/json");
            assertThat(message.getProperties().getMessageExpiryInterval()).isBetween(540L, 600L);
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
            awaitReminders(subscriber, 1);
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
    void withdrawalAfterTheDeliveryChangesNothing() throws Exception {
        start(DEVICE_ONLY);
        try (DeviceSubscriber subscriber = new DeviceSubscriber(mqtt, device)) {
            raise(reminder(1));
            awaitStates(State.SENT, State.DELIVERED);
            withdraw(reminder(1));
            raise(reminder(2));

            awaitReminders(subscriber, 1, 2);
            awaitStates(State.SENT, State.DELIVERED, State.SENT, State.DELIVERED);
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
}
