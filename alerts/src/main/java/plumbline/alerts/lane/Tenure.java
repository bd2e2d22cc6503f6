package plumbline.alerts.lane;

import java.time.Instant;
import plumbline.alerts.dispatch.DeliveryLedger;
import plumbline.alerts.dispatch.DispatchPolicy;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Reminder;

/** The time in which a partition's reminders are ours to deliver on one channel, and what is known of them meanwhile. */
public final class Tenure {
    private final DeliveryLedger ledger;
    private boolean over;

    public Tenure(DeliveryLedger ledger) {
        this.ledger = ledger;
    }

    public synchronized DispatchPolicy.Verdict decide(Reminder reminder, Instant now) {
        return DispatchPolicy.decide(reminder, ledger, now);
    }

    public synchronized boolean advance(String reminder, Delivery.State step, Instant now) {
        return ledger.advance(reminder, step, now);
    }

    synchronized boolean isAnswered(String reminder) {
        return ledger.isAnswered(reminder);
    }

    synchronized boolean isWithdrawn(String reminder) {
        return ledger.isWithdrawn(reminder);
    }

    public synchronized void forget(Instant now) {
        ledger.forget(now);
    }

    /** The partition is somebody else's now: what is not delivered yet is theirs. */
    public synchronized void end() {
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }
}
