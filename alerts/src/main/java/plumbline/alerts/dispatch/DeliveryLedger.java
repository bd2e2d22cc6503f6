package plumbline.alerts.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.Delivery;

/**
 * What is known of each reminder on one channel, so that a person is reminded once however often the reminder is read.
 * It remembers for as long as a reminder may live, and at most {@value #MAX_REMINDERS} of them: beyond, the eldest goes.
 */
public final class DeliveryLedger {
    public static final int MAX_REMINDERS = 100_000;

    /** A reminder's longest life, and an hour for devices whose clock is ahead. */
    public static final Duration KEPT = DispatchPolicy.LONGEST_LIFE.plusHours(1);

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * @param step the last one recorded, null where none is
     * @param claimed whether somebody is at it now
     */
    private record Entry(Delivery.@Nullable State step, boolean claimed, Instant at) {}

    /** Takes over a step that was recorded earlier: what was only sent may be claimed and sent again. */
    public void restore(String reminder, Delivery.State step, Instant at) {
        put(reminder, new Entry(step, false, at));
    }

    /** Whether the caller is the one to deliver the reminder: nobody else is at it, and it is not settled. */
    public boolean claim(String reminder, Instant now) {
        Entry known = entries.get(reminder);
        if (known != null && (known.claimed || rank(known.step) > rank(Delivery.State.SENT))) {
            return false;
        }
        put(reminder, new Entry(known == null ? null : known.step, true, now));
        return true;
    }

    /**
     * Notes a step and says whether it is to be recorded. A step never undoes a later one: a confirmation that comes
     * after the wearer's answer is not recorded, nor is the same end twice. But an attempt that was under way when its
     * reminder was withdrawn may still have reached the wearer.
     */
    public boolean advance(String reminder, Delivery.State step, Instant now) {
        Entry known = entries.get(reminder);
        if (known != null && !follows(known.step, step)) {
            return false;
        }
        put(reminder, new Entry(step, known != null && known.claimed, now));
        return true;
    }

    /** Whether the wearer has answered, so that nothing need be sent any more. */
    public boolean isAnswered(String reminder) {
        Entry known = entries.get(reminder);
        return known != null && rank(known.step) == rank(Delivery.State.DONE);
    }

    /** Whether it is no longer needed, so that no further attempt is made. */
    public boolean isWithdrawn(String reminder) {
        Entry known = entries.get(reminder);
        return known != null && known.step == Delivery.State.WITHDRAWN;
    }

    /** Drops what can't be read again before it has expired. */
    public void forget(Instant now) {
        Instant since = now.minus(KEPT);
        entries.values().removeIf(entry -> entry.at.isBefore(since));
    }

    public int size() {
        return entries.size();
    }

    private void put(String reminder, Entry entry) {
        if (entries.size() >= MAX_REMINDERS && !entries.containsKey(reminder)) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(reminder, entry);
    }

    private static boolean follows(Delivery.@Nullable State known, Delivery.State step) {
        if (known == Delivery.State.WITHDRAWN) {
            return step == Delivery.State.DELIVERED || rank(step) == rank(Delivery.State.DONE);
        }
        if (rank(step) == rank(known)) {
            return step == Delivery.State.SENT || (rank(step) == rank(Delivery.State.DONE) && step != known);
        }
        return rank(step) > rank(known);
    }

    private static int rank(Delivery.@Nullable State step) {
        if (step == null) {
            return 0;
        }
        return switch (step) {
            case SENT -> 1;
            case DELIVERED, EXPIRED, FAILED, WITHDRAWN -> 2;
            case DONE, SNOOZED -> 3;
        };
    }
}
