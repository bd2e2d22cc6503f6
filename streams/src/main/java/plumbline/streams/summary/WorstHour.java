package plumbline.streams.summary;

import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * The most bad time in any hour of a day, from twelve buckets of five minutes. An hour that begins in the middle of a bucket
 * is met to within half a bucket. Eleven past buckets are kept in one number, in units of 10 s; what is left of a unit goes
 * on to the next bucket.
 */
final class WorstHour {
    static final long BUCKET_MILLIS = 5 * 60_000L;

    private static final long UNIT_MILLIS = 10_000;
    private static final int PAST = 11;
    private static final int BITS = 5;
    private static final long MASK = (1L << (PAST * BITS)) - 1;
    private static final int MOST_SECONDS = 3_600;

    private long bucket;
    private long newestMillis;
    private long past;
    private int seconds;

    /** Adds bad time; both ends in milliseconds since the day began, no earlier than what was added before. */
    void add(long fromMillis, long toMillis) {
        long from = fromMillis;
        while (from < toMillis) {
            turnTo(from / BUCKET_MILLIS);
            long to = Math.min(toMillis, (bucket + 1) * BUCKET_MILLIS);
            newestMillis += to - from;
            seconds = Math.max(seconds, Math.min(MOST_SECONDS, (int) (hourMillis() / 1_000)));
            from = to;
        }
    }

    private void turnTo(long to) {
        if (to == bucket) {
            return;
        }
        long empty = to - bucket - 1;
        long closed = (past << BITS) | (newestMillis / UNIT_MILLIS);
        past = empty >= PAST ? 0 : (closed << (BITS * empty)) & MASK;
        newestMillis = empty >= PAST ? 0 : newestMillis % UNIT_MILLIS;
        bucket = to;
    }

    private long hourMillis() {
        long units = 0;
        for (long rest = past; rest > 0; rest >>>= BITS) {
            units += rest & ((1 << BITS) - 1);
        }
        return units * UNIT_MILLIS + newestMillis;
    }

    /** Bad time of the worst hour so far. */
    int seconds() {
        return seconds;
    }

    void write(StateWriter out) {
        out.number(bucket).number(newestMillis).number(past).number(seconds);
    }

    static WorstHour read(StateReader in) {
        WorstHour hour = new WorstHour();
        hour.bucket = in.number();
        hour.newestMillis = in.number();
        hour.past = in.number();
        hour.seconds = in.integer();
        return hour;
    }
}
