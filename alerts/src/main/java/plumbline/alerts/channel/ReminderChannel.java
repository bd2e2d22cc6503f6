package plumbline.alerts.channel;

import java.time.Duration;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.dispatch.Outcome;
import plumbline.contract.event.Reminder;

/** One way to the wearer. Several threads may deliver at a time. */
public interface ReminderChannel extends AutoCloseable {
    ChannelName name();

    /** How many attempts may run side by side. */
    int concurrency();

    /** Whether an attempt made now has a chance. */
    boolean isReady();

    /**
     * Makes one attempt, within seconds.
     *
     * @param left how long the reminder still lives, in real time, above zero
     * @param handedOver to be called as soon as the reminder has left us and may reach the wearer
     */
    Outcome deliver(Reminder reminder, Duration left, Runnable handedOver) throws InterruptedException;

    @Override
    void close();
}
