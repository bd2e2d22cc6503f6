package plumbline.alerts.lane;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Delivery.State;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;

/** Notes the steps of one channel: in the tenure's ledger, in the metrics, and for good. */
public final class StepLog {
    private static final int NOTHING_TRIED = 0;

    private final ChannelName channel;
    private final Clock clock;
    private final StepRecorder recorder;
    private final LaneMetrics metrics;

    public StepLog(ChannelName channel, Clock clock, StepRecorder recorder, LaneMetrics metrics) {
        this.channel = channel;
        this.clock = clock;
        this.recorder = recorder;
        this.metrics = metrics;
    }

    /** Notes how an attempt at a reminder stands; {@code stored} runs once that can't be lost, or need not be kept. */
    void attempted(
            Tenure tenure, Reminder reminder, State state, int attempt, @Nullable String error, Runnable stored) {
        Instant now = clock.instant();
        if (note(tenure, step(reminder.id(), reminder.device(), state, now, attempt, error), stored)
                && state == State.DELIVERED) {
            metrics.delivered(reminder, now);
        }
    }

    /** Notes that a reminder is no longer needed, unless it has come to an end already. */
    void withdrawn(Tenure tenure, Withdrawal withdrawal, Runnable stored) {
        String reminder = withdrawal.withdrawn();
        note(
                tenure,
                step(reminder, withdrawal.device(), State.WITHDRAWN, clock.instant(), NOTHING_TRIED, null),
                stored);
    }

    /** Notes an answer that ends a delivery, as {@code done} and {@code snooze} do; others only pass by. */
    void answered(Tenure tenure, DeviceId device, Answer answer, Runnable stored) {
        Optional<State> state = stateOf(device, answer);
        if (state.isEmpty()) {
            stored.run();
            return;
        }
        String reminder = ((Answer.ToReminder) answer).reminder();
        note(tenure, step(reminder, device, state.get(), clock.instant(), NOTHING_TRIED, null), stored);
    }

    private Delivery step(
            String reminder, DeviceId device, State state, Instant now, int attempt, @Nullable String error) {
        return new Delivery(reminder, device, channel.word(), state, now, attempt, error);
    }

    private boolean note(Tenure tenure, Delivery step, Runnable stored) {
        if (!tenure.advance(step.reminder(), step.state(), step.at())) {
            stored.run();
            return false;
        }
        metrics.step(step.state());
        recorder.record(step, stored);
        return true;
    }

    /** A device answers for its own reminders only. */
    private static Optional<State> stateOf(DeviceId device, Answer answer) {
        if (!(answer instanceof Answer.ToReminder to) || !to.reminder().startsWith(device + "/")) {
            return Optional.empty();
        }
        return switch (to.answer()) {
            case DONE -> Optional.of(State.DONE);
            case SNOOZE -> Optional.of(State.SNOOZED);
            case SEEN, NOT_NOW, DISMISS, PAIN -> Optional.empty();
        };
    }
}
