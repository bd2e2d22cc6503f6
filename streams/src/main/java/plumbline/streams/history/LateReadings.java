package plumbline.streams.history;

import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * From when on late readings of one device wait to be worked into its history, and when that is done: once no more have come
 * for {@value #QUIET_MILLIS} ms of arrival time, or {@value #LONGEST_MILLIS} ms after the first.
 */
public final class LateReadings {
    static final long QUIET_MILLIS = 10_000;
    static final long LONGEST_MILLIS = 120_000;

    /** The history that was asked for is asked for again after so long, as after a crash. */
    static final long AGAIN_MILLIS = 60_000;

    private static final long NEVER = Long.MAX_VALUE;

    private long oldestMillis = NEVER;
    private long firstArrivalMillis;
    private long lastArrivalMillis;
    private long askedMillis;

    /**
     * History has to be corrected from a time on.
     *
     * @param sinceMillis event time
     */
    public void note(long sinceMillis, long arrivalMillis) {
        if (oldestMillis == NEVER) {
            firstArrivalMillis = arrivalMillis;
            askedMillis = 0;
        }
        oldestMillis = Math.min(oldestMillis, sinceMillis);
        lastArrivalMillis = arrivalMillis;
    }

    public boolean isEmpty() {
        return oldestMillis == NEVER;
    }

    /** Corrections reach back to {@code sinceMillis}, where that is earlier. */
    public void reachTo(long sinceMillis) {
        oldestMillis = Math.min(oldestMillis, sinceMillis);
    }

    /** Event time of the oldest of them. */
    public long oldestMillis() {
        return oldestMillis;
    }

    /** When the history is to be asked for, {@link Long#MAX_VALUE} where nothing is late. */
    public long dueAt() {
        if (isEmpty()) {
            return NEVER;
        }
        return askedMillis > 0
                ? askedMillis + AGAIN_MILLIS
                : Math.min(lastArrivalMillis + QUIET_MILLIS, firstArrivalMillis + LONGEST_MILLIS);
    }

    /** The history was asked for. */
    public void asked(long nowMillis) {
        askedMillis = nowMillis;
    }

    /** All of them are in the history now, or will never be. */
    public void settle() {
        oldestMillis = NEVER;
    }

    public void write(StateWriter out) {
        out.truth(!isEmpty());
        if (!isEmpty()) {
            out.time(oldestMillis)
                    .time(firstArrivalMillis)
                    .time(lastArrivalMillis)
                    .time(askedMillis);
        }
    }

    public static LateReadings read(StateReader in) {
        LateReadings late = new LateReadings();
        if (in.isSince(3) && in.truth()) {
            late.oldestMillis = in.time();
            late.firstArrivalMillis = in.time();
            late.lastArrivalMillis = in.time();
            late.askedMillis = in.time();
        }
        return late;
    }
}
