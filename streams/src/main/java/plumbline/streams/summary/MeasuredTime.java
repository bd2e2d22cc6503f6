package plumbline.streams.summary;

import java.util.List;
import plumbline.contract.device.Activity;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * The time of one day in which something was measured, each moment once, whatever number of readings and spans tell of it.
 * Milliseconds since the day began.
 */
final class MeasuredTime {
    private static final List<Kind> KINDS = List.of(Kind.values());

    private long first = -1;
    private long until;
    private long stands;
    private Kind kind = Kind.OFF_BODY;
    private long worn;
    private long walking;
    private long offBody;

    /** What the device did meanwhile. */
    enum Kind {
        WORN,
        WALKING,
        OFF_BODY;

        static Kind of(Activity activity) {
            return switch (activity) {
                case OFF_BODY -> OFF_BODY;
                case WALKING -> WALKING;
                default -> WORN;
            };
        }
    }

    /** A reading, which stands until the next one, at most for its hold. */
    void read(long time, Kind taken, long hold) {
        settle(time);
        until = Math.max(until, time);
        stands = Math.max(0, time + hold - until);
        kind = taken;
        begin(until);
    }

    /** A stretch that was measured as a whole. */
    void told(long from, long to, Kind taken) {
        settle(to);
        long fresh = Math.max(from, until);
        if (to > fresh) {
            begin(fresh);
            add(taken, to - fresh);
            until = to;
        }
    }

    /** Counts what the newest reading stood for until {@code to}. */
    void settle(long to) {
        long credit = Math.max(0, Math.min(to - until, stands));
        add(kind, credit);
        until += credit;
        stands -= credit;
    }

    private void begin(long at) {
        first = first < 0 ? at : first;
    }

    private void add(Kind taken, long millis) {
        switch (taken) {
            case WORN -> worn += millis;
            case WALKING -> {
                worn += millis;
                walking += millis;
            }
            case OFF_BODY -> offBody += millis;
        }
    }

    /** The same of a day that begins later: the newest reading may still stand. */
    MeasuredTime from(long start) {
        MeasuredTime next = new MeasuredTime();
        next.stands = Math.max(0, until + stands - start);
        next.kind = kind;
        next.first = next.stands > 0 ? 0 : -1;
        return next;
    }

    boolean isAnything() {
        return first >= 0;
    }

    /** Whether the newest reading may stand beyond a time. */
    boolean standsBeyond(long time) {
        return stands > 0 && until <= time && until + stands > time;
    }

    long first() {
        return first;
    }

    /** Up to when something was measured, or the newest reading's time. */
    long until() {
        return until;
    }

    long worn() {
        return worn;
    }

    long walking() {
        return walking;
    }

    /** Measured time over the time from first to last. */
    double coverage() {
        long wall = until - first;
        return !isAnything() || wall == 0 ? 0 : Math.round(1_000.0 * (worn + offBody) / wall) / 1_000.0;
    }

    void write(StateWriter out) {
        out.number(first).number(until - first).number(stands).word(kind);
        out.number(until - first - worn - offBody).number(walking).number(offBody);
    }

    static MeasuredTime read(StateReader in) {
        MeasuredTime time = new MeasuredTime();
        time.first = in.number();
        time.until = time.first + in.number();
        time.stands = in.number();
        time.kind = in.word(KINDS);
        long unmeasured = in.number();
        time.walking = in.number();
        time.offBody = in.number();
        time.worn = time.until - time.first - time.offBody - unmeasured;
        return time;
    }
}
