package plumbline.alerts.channel;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.dispatch.Outcome;
import plumbline.contract.event.Reminder;

/** Writes each reminder to the log, one line at INFO. */
public final class LogChannel implements ReminderChannel {
    private static final Logger LOG = LoggerFactory.getLogger(LogChannel.class);

    @Override
    public ChannelName name() {
        return ChannelName.LOG;
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
    public Outcome deliver(Reminder reminder, Duration left, Runnable handedOver) {
        LOG.info("{}", line(reminder));
        handedOver.run();
        return Outcome.DELIVERED;
    }

    /** One line whatever the reminder holds: control characters become spaces. */
    static String line(Reminder reminder) {
        String line =
                reminder.device() + ": " + reminder.title() + " - " + reminder.text() + " (" + reminder.id() + ")";
        return line.replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public void close() {}
}
