package plumbline.alerts.lane;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import plumbline.alerts.channel.ReminderChannel;
import plumbline.alerts.dispatch.Outcome;
import plumbline.contract.event.Delivery.State;
import plumbline.contract.event.Reminder;

/** One reminder on one channel, from its first attempt to its end. Its attempts come one after another. */
final class Errand {
    private final Reminder reminder;
    private final Deadline deadline;
    private final Tenure tenure;
    private final StepLog steps;
    private final Runnable settled;
    private volatile int attempts;

    /** {@code settled} runs when the reminder need never be read again. */
    Errand(Reminder reminder, Deadline deadline, Tenure tenure, StepLog steps, Runnable settled) {
        this.reminder = reminder;
        this.deadline = deadline;
        this.tenure = tenure;
        this.steps = steps;
        this.settled = settled;
    }

    /** How many attempts were made. */
    int attempts() {
        return attempts;
    }

    Duration left() {
        return deadline.left();
    }

    Outcome attempt(ReminderChannel channel) {
        if (tenure.isOver()) {
            return Outcome.ABANDONED;
        }
        if (tenure.isAnswered(reminder.id())) {
            return Outcome.DELIVERED;
        }
        if (tenure.isWithdrawn(reminder.id())) {
            return Outcome.WITHDRAWN;
        }
        if (deadline.isPast()) {
            return Outcome.EXPIRED;
        }
        int attempt = attempts + 1;
        attempts = attempt;
        try {
            return channel.deliver(reminder, deadline.left(), this::handedOver);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.ABANDONED;
        }
    }

    private void handedOver() {
        note(State.SENT, null, () -> {});
    }

    void conclude(Outcome last) {
        switch (last.kind()) {
            case DELIVERED -> note(State.DELIVERED, null, settled);
            case UNHEARD -> note(State.SENT, last.error(), settled);
            case UNAVAILABLE, REFUSED -> note(State.FAILED, last.error(), settled);
            case EXPIRED -> note(State.EXPIRED, null, settled);
            case WITHDRAWN -> settled.run();
            case ABANDONED -> {}
        }
    }

    private void note(State state, @Nullable String error, Runnable stored) {
        steps.attempted(tenure, reminder, state, attempts, error, stored);
    }
}
