package plumbline.alerts.lane;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.alerts.channel.ReminderChannel;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.dispatch.DispatchPolicy;
import plumbline.alerts.dispatch.Outcome;
import plumbline.alerts.dispatch.RetrySchedule;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;

/**
 * Carries one channel's reminders out, on threads of its own. A full lane says so and takes what it is still given: who
 * feeds it stops reading, so reminders wait in Kafka and no other channel waits with them.
 */
public final class ChannelLane implements AutoCloseable {
    public static final int MAX_WAITING = 10_000;

    /** Beyond this many, a device that nobody hears at is not tried again: the places are for those who do. */
    static final int MAX_WAITING_UNHEARD = MAX_WAITING / 2;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

    private final ReminderChannel channel;
    private final Clock clock;
    private final StepLog steps;
    private final LaneMetrics metrics;
    private final Consumer<Throwable> bugs;
    private final ExecutorService attempts;
    private final ScheduledExecutorService pauses;
    private volatile boolean crowded;
    private volatile boolean closing;

    /** {@code bugs} hears of what a channel may never throw. */
    public ChannelLane(
            ReminderChannel channel, Clock clock, StepLog steps, LaneMetrics metrics, Consumer<Throwable> bugs) {
        this(
                channel,
                clock,
                steps,
                metrics,
                bugs,
                Executors.newSingleThreadScheduledExecutor(
                        task -> daemon(task, "alerts-" + channel.name().word() + "-pauses")));
    }

    ChannelLane(
            ReminderChannel channel,
            Clock clock,
            StepLog steps,
            LaneMetrics metrics,
            Consumer<Throwable> bugs,
            ScheduledExecutorService pauses) {
        this.channel = channel;
        this.clock = clock;
        this.steps = steps;
        this.metrics = metrics;
        this.bugs = bugs;
        this.pauses = pauses;
        attempts = Executors.newFixedThreadPool(
                channel.concurrency(),
                task -> daemon(task, "alerts-" + channel.name().word()));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    public ChannelName name() {
        return channel.name();
    }

    public boolean isReady() {
        return channel.isReady();
    }

    public boolean isFull() {
        return metrics.waiting() >= MAX_WAITING;
    }

    /** Sees to a reminder that was read; {@code settled} runs, on any thread, when it need never be read again. */
    public void accept(Reminder reminder, Tenure tenure, Runnable settled) {
        Deadline deadline = new Deadline(DispatchPolicy.deadline(reminder), clock);
        Errand errand = new Errand(reminder, deadline, tenure, steps, settled);
        switch (tenure.decide(reminder, clock.instant())) {
            case DELIVER -> begin(errand);
            case EXPIRED -> errand.conclude(Outcome.EXPIRED);
            case REPEATED -> {
                metrics.repeated();
                settled.run();
            }
        }
    }

    /** Ends a delivery that is no longer needed, at the latest before its next attempt. One that is done with stays as it is. */
    public void withdrawn(Tenure tenure, Withdrawal withdrawal, Runnable settled) {
        steps.withdrawn(tenure, withdrawal, settled);
    }

    /** Ends a delivery where the wearer's answer does. */
    public void answered(Tenure tenure, DeviceId device, Answer answer, Runnable settled) {
        steps.answered(tenure, device, answer, settled);
    }

    /** Whether so much is settled behind what is not that no more can be read: then what was tried for long gives way. */
    public void crowded(boolean isSo) {
        crowded = isSo;
    }

    /** Counts that its feed has stopped reading, as it is full. */
    public void paused() {
        metrics.paused();
    }

    private void begin(Errand errand) {
        metrics.entered();
        Retry.of(channel.name().word(), schedule(errand))
                .executeCompletionStage(
                        pauses, () -> CompletableFuture.supplyAsync(() -> errand.attempt(channel), attempts))
                .thenAccept(errand::conclude)
                .whenComplete((done, bug) -> end(bug));
    }

    private RetryConfig schedule(Errand errand) {
        return RetryConfig.<Outcome>custom()
                .maxAttempts(RetrySchedule.MAX_ATTEMPTS)
                .retryOnResult(outcome -> isWorthAnother(outcome, errand))
                .retryOnException(bug -> false)
                .intervalBiFunction((failed, last) -> pauseMillis(failed, errand))
                .build();
    }

    private boolean isWorthAnother(Outcome outcome, Errand errand) {
        if (crowded && errand.attempts() >= RetrySchedule.FREQUENT_ATTEMPTS) {
            return false;
        }
        return switch (outcome.kind()) {
            case UNAVAILABLE -> true;
            case UNHEARD -> metrics.waiting() <= MAX_WAITING_UNHEARD;
            case DELIVERED, REFUSED, EXPIRED, WITHDRAWN, ABANDONED -> false;
        };
    }

    /** Rounded up, so that an attempt at the end of a reminder's life sees that it is over. */
    private long pauseMillis(int failed, Errand errand) {
        metrics.retried();
        double dice = ThreadLocalRandom.current().nextDouble();
        return RetrySchedule.pause(failed, dice, errand.left()).toMillis() + 1;
    }

    private void end(@Nullable Throwable bug) {
        metrics.left();
        if (bug != null && !closing) {
            bugs.accept(bug);
        }
    }

    /** Ends the attempts under way within seconds; what is not settled then is read again by whoever comes next. */
    @Override
    public void close() {
        closing = true;
        pauses.shutdownNow();
        attempts.shutdown();
        try {
            if (!attempts.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                attempts.shutdownNow();
            }
        } catch (InterruptedException e) {
            attempts.shutdownNow();
            Thread.currentThread().interrupt();
        }
        channel.close();
    }
}
