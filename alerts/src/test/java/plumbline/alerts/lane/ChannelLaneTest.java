package plumbline.alerts.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static plumbline.alerts.Reminders.DEVICE;
import static plumbline.alerts.Reminders.ID;
import static plumbline.alerts.Reminders.LIFE;
import static plumbline.alerts.Reminders.RAISED;
import static plumbline.alerts.Reminders.reminder;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plumbline.alerts.dispatch.Outcome;
import plumbline.alerts.dispatch.RetrySchedule;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Delivery.State;

class ChannelLaneTest extends LaneFixture {
    @Test
    void reminderIsSentThenDeliveredThenSettled() {
        accept(reminder());

        awaitSettled(1);
        assertThat(recorded).containsExactly(step(State.SENT, 1, null), step(State.DELIVERED, 1, null));
        assertThat(registry.get("plumbline.alerts.latency").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(steps("delivered")).isEqualTo(1);
    }

    @Test
    void failureIsTriedAgainUnderTheSameIdUntilItWorks() {
        channel.script =
                reminder -> channel.attempted.size() < 3 ? Outcome.unavailable("it answered 500") : Outcome.DELIVERED;

        accept(reminder());

        awaitSettled(1);
        assertThat(channel.attempted).containsExactly(ID, ID, ID);
        assertThat(recorded)
                .extracting(Delivery::state, Delivery::attempt)
                .containsExactly(
                        tuple(State.SENT, 1), tuple(State.SENT, 2), tuple(State.SENT, 3), tuple(State.DELIVERED, 3));
        assertThat(pauses.asked.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_001));
        assertThat(pauses.asked.get(1)).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(2_001));
        assertThat(registry.get("plumbline.alerts.retries").counter().count()).isEqualTo(2);
    }

    @Test
    void lastAttemptThatMayBeMadeCanStillDeliver() {
        channel.script = reminder ->
                channel.attempted.size() < RetrySchedule.MAX_ATTEMPTS ? Outcome.unavailable("away") : Outcome.DELIVERED;

        accept(reminder());

        awaitSettled(1);
        assertThat(last()).isEqualTo(step(State.DELIVERED, RetrySchedule.MAX_ATTEMPTS, null));
    }

    @Test
    void afterTheLastAttemptTheReminderHasFailedWithItsError() {
        channel.script = reminder -> Outcome.unavailable("away");

        accept(reminder());

        awaitSettled(1);
        assertThat(channel.attempted).hasSize(RetrySchedule.MAX_ATTEMPTS);
        assertThat(last()).isEqualTo(step(State.FAILED, RetrySchedule.MAX_ATTEMPTS, "away"));
    }

    @Test
    void refusalIsNotTriedAgain() {
        channel.script = reminder -> Outcome.refused("it answered 410");

        accept(reminder());

        awaitSettled(1);
        assertThat(channel.attempted).hasSize(1);
        assertThat(last()).isEqualTo(step(State.FAILED, 1, "it answered 410"));
    }

    @Test
    void reminderThatExpiresWhileItIsRetriedIsDroppedAndCounted() {
        channel.script = reminder -> {
            now = RAISED.plus(LIFE).minusMillis(channel.attempted.size() == 1 ? 40 : 0);
            return Outcome.unavailable("away");
        };

        accept(reminder());

        awaitSettled(1);
        assertThat(channel.attempted).hasSize(2);
        assertThat(pauses.asked).containsExactly(Duration.ofMillis(41), Duration.ofMillis(1));
        assertThat(last()).isEqualTo(new Delivery(ID, DEVICE, "device", State.EXPIRED, now, 2, null));
        assertThat(steps("expired")).isEqualTo(1);
    }

    @Test
    void reminderThatHasExpiredIsNeverTried() {
        now = RAISED.plus(LIFE);

        accept(reminder());

        awaitSettled(1);
        assertThat(channel.attempted).isEmpty();
        assertThat(recorded).extracting(Delivery::state, Delivery::attempt).containsExactly(tuple(State.EXPIRED, 0));
    }

    @Test
    void reminderReadAgainIsSettledAndNotSentAgain() {
        accept(reminder());
        accept(reminder());

        awaitSettled(2);
        assertThat(channel.attempted).hasSize(1);
        assertThat(registry.get("plumbline.alerts.repeats").counter().count()).isEqualTo(1);
    }

    @Test
    void answerEndsTheRetriesAndIsTheLastStep() {
        channel.script = reminder -> {
            answer(DEVICE, AnswerWord.DONE);
            return Outcome.unavailable("not confirmed");
        };

        accept(reminder());

        awaitSettled(2);
        assertThat(channel.attempted).hasSize(1);
        assertThat(recorded).extracting(Delivery::state).containsExactly(State.SENT, State.DONE);
    }

    @Test
    void withdrawalEndsTheRetriesAndIsTheLastStep() {
        channel.script = reminder -> {
            withdraw();
            return Outcome.unavailable("away");
        };

        accept(reminder());

        awaitSettled(2);
        assertThat(channel.attempted).hasSize(1);
        assertThat(recorded).containsExactly(step(State.SENT, 1, null), step(State.WITHDRAWN, 0, null));
        assertThat(steps("withdrawn")).isEqualTo(1);
    }

    @Test
    void withdrawalAfterTheDeliveryChangesNothing() {
        accept(reminder());
        awaitSettled(1);

        withdraw();

        awaitSettled(2);
        assertThat(last()).isEqualTo(step(State.DELIVERED, 1, null));
    }

    @Test
    void attemptUnderWayAtTheWithdrawalMayStillHaveDelivered() {
        channel.script = reminder -> {
            withdraw();
            return Outcome.DELIVERED;
        };

        accept(reminder());

        awaitSettled(2);
        assertThat(recorded).extracting(Delivery::state).containsExactly(State.SENT, State.WITHDRAWN, State.DELIVERED);
    }

    @Test
    void withdrawnBeforeItIsBegunTheReminderIsNeverTried() {
        withdraw();
        accept(reminder());

        awaitSettled(2);
        assertThat(channel.attempted).isEmpty();
        assertThat(recorded).containsExactly(step(State.WITHDRAWN, 0, null));
    }

    @Test
    void onlyDoneAndSnoozeOfTheDeviceItselfAreSteps() {
        answer(DEVICE, AnswerWord.SEEN);
        answer(DEVICE, AnswerWord.DISMISS);
        answer(new DeviceId("dev-2"), AnswerWord.DONE);
        answer(DEVICE, AnswerWord.SNOOZE);
        lane.answered(tenure, DEVICE, new Answer.PainCheckIn(NOW, 3, false, Set.of()), settled::incrementAndGet);

        awaitSettled(5);
        assertThat(recorded).containsExactly(step(State.SNOOZED, 0, null));
    }

    @Test
    void channelThatThrowsIsABug() {
        channel.script = reminder -> {
            throw new IllegalStateException("broken");
        };

        accept(reminder());

        await().atMost(WITHIN).until(() -> bugs.size() == 1);
        assertThat(bugs.get(0)).hasRootCauseMessage("broken");
        assertThat(settled).hasValue(0);
    }
}
