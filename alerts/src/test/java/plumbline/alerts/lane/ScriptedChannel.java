package plumbline.alerts.lane;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import plumbline.alerts.channel.ReminderChannel;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.dispatch.Outcome;
import plumbline.contract.event.Reminder;

/** A channel of one attempt at a time that does as a test says, and keeps the ids it was given. */
final class ScriptedChannel implements ReminderChannel {
    final List<String> attempted = new CopyOnWriteArrayList<>();
    volatile Script script = reminder -> Outcome.DELIVERED;

    /** What comes of an attempt. */
    interface Script {
        Outcome attempt(Reminder reminder) throws InterruptedException;
    }

    @Override
    public ChannelName name() {
        return ChannelName.DEVICE;
    }

    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Outcome deliver(Reminder reminder, Duration left, Runnable handedOver) throws InterruptedException {
        attempted.add(reminder.id());
        handedOver.run();
        return script.attempt(reminder);
    }

    @Override
    public void close() {}
}
