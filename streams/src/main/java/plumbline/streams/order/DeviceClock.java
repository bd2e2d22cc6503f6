package plumbline.streams.order;

import java.time.Instant;
import java.util.OptionalLong;
import plumbline.contract.device.Upload;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * Guards against a device clock that is wrong: more than {@value #AHEAD_MILLIS} ms ahead of arrival or
 * {@value #BEHIND_MILLIS} ms behind. Where the device says when it sent the upload, its readings are moved by how far
 * its clock is off; else they can't be placed in time.
 */
public final class DeviceClock {
    public static final long AHEAD_MILLIS = 2 * 60_000L;
    public static final long BEHIND_MILLIS = 7 * 24 * 3_600_000L;

    /** Within this, a new offset is only jitter on the way and the known one stays. */
    private static final long JITTER_MILLIS = 30_000;

    private long offsetMillis;

    /** What to add to the upload's times, or nothing where they are unbelievable and can't be corrected. */
    public OptionalLong correction(Upload upload, long arrivalMillis) {
        long newest = newestMillis(upload);
        long oldest = oldestMillis(upload);
        if (newest <= arrivalMillis + AHEAD_MILLIS && oldest >= arrivalMillis - BEHIND_MILLIS) {
            offsetMillis = 0;
            return OptionalLong.of(0);
        }
        if (upload.sentAtMillis() == 0) {
            return OptionalLong.empty();
        }
        long offset = arrivalMillis - upload.sentAtMillis();
        if (Math.abs(offset - offsetMillis) > JITTER_MILLIS) {
            offsetMillis = offset;
        }
        boolean believable = newest + offsetMillis <= arrivalMillis + AHEAD_MILLIS
                && oldest + offsetMillis >= arrivalMillis - BEHIND_MILLIS;
        return believable ? OptionalLong.of(offsetMillis) : OptionalLong.empty();
    }

    /** By how much its times are moved now. */
    public long offsetMillis() {
        return offsetMillis;
    }

    /**
     * When something was answered: a device clock that runs ahead must not silence its wearer for longer than was asked, and
     * one that has lost the date must not make the answer worthless.
     */
    public static long believable(Instant at, long arrivalMillis) {
        long atMillis = at.toEpochMilli();
        boolean lost = atMillis < arrivalMillis - BEHIND_MILLIS;
        return lost ? arrivalMillis : Math.min(atMillis, arrivalMillis);
    }

    /** Device time of the last reading or end of a sitting span. */
    public static long newestMillis(Upload upload) {
        long newest = upload.size() > 0 ? upload.times().timeMillis(upload.size() - 1) : Long.MIN_VALUE;
        return upload.sitting().stream().mapToLong(span -> span.toMillis()).reduce(newest, Math::max);
    }

    /** Device time of the first reading or start of a sitting span. */
    public static long oldestMillis(Upload upload) {
        long oldest = upload.size() > 0 ? upload.times().timeMillis(0) : Long.MAX_VALUE;
        return upload.sitting().stream().mapToLong(span -> span.fromMillis()).reduce(oldest, Math::min);
    }

    public void write(StateWriter out) {
        out.number(offsetMillis);
    }

    public static DeviceClock read(StateReader in) {
        DeviceClock clock = new DeviceClock();
        clock.offsetMillis = in.number();
        return clock;
    }
}
