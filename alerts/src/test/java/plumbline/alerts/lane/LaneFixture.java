package plumbline.alerts.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static plumbline.alerts.Reminders.DEVICE;
import static plumbline.alerts.Reminders.ID;
import static plumbline.alerts.Reminders.LIFE;
import static plumbline.alerts.Reminders.RAISED;
import static plumbline.alerts.Reminders.reminder;
import static plumbline.alerts.Reminders.withdrawal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.dispatch.DeliveryLedger;
import plumbline.alerts.dispatch.Outcome;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Delivery.State;
import plumbline.contract.event.Reminder;

/** A lane on a scripted channel, a clock that the test sets, and no pauses. */
abstract class LaneFixture {
    static final Duration WITHIN = Duration.ofSeconds(60);
    static final Instant NOW = RAISED.plusSeconds(3);

    final ScriptedChannel channel = new ScriptedChannel();
    final NoPauses pauses = new NoPauses();
    final List<Delivery> recorded = new CopyOnWriteArrayList<>();
    final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    final AtomicInteger settled = new AtomicInteger();
    final Tenure tenure = new Tenure(new DeliveryLedger());
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    volatile Instant now = NOW;
    final ChannelLane lane = lane();

    ChannelLane lane() {
        Clock clock = new SteppedClock();
        LaneMetrics metrics = new LaneMetrics(registry, ChannelName.DEVICE);
        StepLog steps = new StepLog(ChannelName.DEVICE, clock, this::record, metrics);
        return new ChannelLane(channel, clock, steps, metrics, bugs::add, pauses);
    }

    void record(Delivery step, Runnable stored) {
        recorded.add(step);
        stored.run();
    }

    @AfterEach
    void close() {
        lane.close();
    }

    /** The first attempt waits for the latch and comes to {@code first}; all later ones deliver. */
    CountDownLatch hold(Outcome first) {
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

    void acceptMany(int count) {
        for (int i = 0; i < count; i++) {
            accept(reminder("dev-1/" + System.nanoTime() + "/" + i, RAISED, RAISED.plus(LIFE)));
        }
    }

    void accept(Reminder reminder) {
        lane.accept(reminder, tenure, settled::incrementAndGet);
    }

    void answer(DeviceId device, AnswerWord word) {
        lane.answered(tenure, device, new Answer.ToReminder(NOW, ID, word, null), settled::incrementAndGet);
    }

    void withdraw() {
        lane.withdrawn(tenure, withdrawal(), settled::incrementAndGet);
    }

    void awaitSettled(int count) {
        await().atMost(WITHIN).untilAsserted(() -> assertThat(settled).hasValue(count));
    }

    Delivery last() {
        return recorded.get(recorded.size() - 1);
    }

    static Delivery step(State state, int attempt, String error) {
        return new Delivery(ID, DEVICE, "device", state, NOW, attempt, error);
    }

    double steps(String state) {
        return registry.get("plumbline.alerts.steps")
                .tag("channel", "device")
                .tag("state", state)
                .counter()
                .count();
    }

    double waiting() {
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
