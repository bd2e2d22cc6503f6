package plumbline.alerts.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static plumbline.alerts.Reminders.DEVICE;
import static plumbline.alerts.Reminders.ID;
import static plumbline.alerts.Reminders.LIFE;
import static plumbline.alerts.Reminders.RAISED;
import static plumbline.alerts.Reminders.reminder;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.dispatch.DeliveryLedger;
import plumbline.alerts.dispatch.Outcome;
import plumbline.alerts.dispatch.RetrySchedule;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Delivery.State;
import plumbline.contract.event.Reminder;

class ChannelLaneTest {
    private static final Instant NOW = RAISED.plusSeconds(3);

    private final ScriptedChannel channel = new ScriptedChannel();
    private final NoPauses pauses = new NoPauses();
    private final List<Delivery> recorded = new CopyOnWriteArrayList<>();
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final AtomicInteger settled = new AtomicInteger();
    private final Tenure tenure = new Tenure(new DeliveryLedger());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private volatile Instant now = NOW;
    private final ChannelLane lane = lane();

    private ChannelLane lane() {
        Clock clock = new SteppedClock();
        LaneMetrics metrics = new LaneMetrics(registry, ChannelName.DEVICE);
        StepLog steps = new StepLog(ChannelName.DEVICE, clock, this::record, metrics);
        return new ChannelLane(channel, clock, steps, metrics, bugs::add, pauses);
    }

    private void record(Delivery step, Runnable stored) {
        recorded.add(step);
        stored.run();
    }

    @AfterEach
    void close() {
        lane.close();
    }

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
    void whatIsNoLongerOursIsLeftToTheNext() {
        tenure.end();

        accept(reminder());

        await().until(() -> waiting() == 0);
        assertThat(channel.attempted).isEmpty();
        assertThat(recorded).isEmpty();
        assertThat(settled).hasValue(0);
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

        await().until(() -> bugs.size() == 1);
        assertThat(bugs.get(0)).hasRootCauseMessage("broken");
        assertThat(settled).hasValue(0);
    }

    @Test
    void laneIsFullAtExactlyItsMaximum() throws Exception {
        CountDownLatch release = hold(Outcome.DELIVERED);
        acceptMany(ChannelLane.MAX_WAITING - 1);
        assertThat(lane.isFull()).isFalse();

        acceptMany(1);
        assertThat(lane.isFull()).isTrue();

        release.countDown();
        awaitSettled(ChannelLane.MAX_WAITING);
        assertThat(lane.isFull()).isFalse();
    }

    @Test
    void deviceThatDoesNotHearIsTriedAgainWhileThereIsRoom() throws Exception {
        CountDownLatch release = hold(Outcome.unheard("not subscribed"));
        acceptMany(ChannelLane.MAX_WAITING_UNHEARD);

        release.countDown();

        await().until(() -> pauses.asked.size() == 1);
        awaitSettled(ChannelLane.MAX_WAITING_UNHEARD);
        assertThat(recorded)
                .extracting(Delivery::state)
                .contains(State.DELIVERED)
                .doesNotContain(State.FAILED);
    }

    @Test
    void deviceThatDoesNotHearStaysSentWhereThereIsNoRoomToRetry() throws Exception {
        CountDownLatch release = hold(Outcome.unheard("not subscribed"));
        acceptMany(ChannelLane.MAX_WAITING_UNHEARD + 1);

        release.countDown();

        awaitSettled(ChannelLane.MAX_WAITING_UNHEARD + 1);
        assertThat(pauses.asked).isEmpty();
        assertThat(recorded)
                .filteredOn(step -> step.error() != null)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.state()).isEqualTo(State.SENT);
                    assertThat(step.error()).isEqualTo("not subscribed");
                });
    }

    @Test
    void closingLetsTheAttemptUnderWayEndAndLeavesTheRest() throws Exception {
        CountDownLatch release = hold(Outcome.DELIVERED);
        acceptMany(1);
        await().until(() -> channel.attempted.size() == 1);
        Thread closing = new Thread(lane::close);
        closing.start();

        release.countDown();
        closing.join();

        assertThat(settled).hasValue(1);
        assertThat(bugs).isEmpty();
    }

    /** The first attempt waits for the latch and comes to {@code first}; all later ones deliver. */
    private CountDownLatch hold(Outcome first) {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        channel.script = reminder -> {
            if (attempts.getAndIncrement() > 0) {
                return Outcome.DELIVERED;
            }
            release.await();
            return first;
        };
        return release;
    }

    private void acceptMany(int count) {
        for (int i = 0; i < count; i++) {
            accept(reminder("dev-1/" + System.nanoTime() + "/" + i, RAISED, RAISED.plus(LIFE)));
        }
    }

    private void accept(Reminder reminder) {
        lane.accept(reminder, tenure, settled::incrementAndGet);
    }

    private void answer(DeviceId device, AnswerWord word) {
        lane.answered(tenure, device, new Answer.ToReminder(NOW, ID, word, null), settled::incrementAndGet);
    }

    private void awaitSettled(int count) {
        await().untilAsserted(() -> assertThat(settled).hasValue(count));
    }

    private Delivery last() {
        return recorded.get(recorded.size() - 1);
    }

    private static Delivery step(State state, int attempt, String error) {
        return new Delivery(ID, DEVICE, "device", state, NOW, attempt, error);
    }

    private double steps(String state) {
        return registry.get("plumbline.alerts.steps")
                .tag("channel", "device")
                .tag("state", state)
                .counter()
                .count();
    }

    private double waiting() {
        return registry.get("plumbline.alerts.waiting").gauge().value();
    }

    /** Shows the time the test has set. */
    private final class SteppedClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone will do");
        }
    }
}
