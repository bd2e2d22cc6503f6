package plumbline.streams.order;

import java.time.Instant;
import java.util.OptionalLong;
import plumbline.contract.device.Upload;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * Guards against a device clock that is wrong: more than {@value #AHEAD_MILLIS} ms ahead of arrival or
 * {@value #BEHIND_MILLIS} ms behind. Where the device says when it sent the upload, its readings are moved by how far
 * its clock is off; else they can't be placed in time. How long an upload was on its way tells nothing of the clock, so one
 * that was overtaken goes by what is known already, and so does one that a clock which was right sent up to
 * {@value #DELAYED_MILLIS} ms ago.
 */
public final class DeviceClock {
    public static final long AHEAD_MILLIS = 2 * 60_000L;
    public static final long BEHIND_MILLIS = 7 * 24 * 3_600_000L;

    /** As long as MQTT brokers and devices may keep uploads; a clock that lost the date is off by years. */
    static final long DELAYED_MILLIS = 31 * 24 * 3_600_000L;

    /** Within this, a new offset is only jitter on the way and the known one stays. */
    private static final long JITTER_MILLIS = 30_000;

    private long offsetMillis;

    /** What to add to the upload's times, or nothing where they are unbelievable and can't be corrected. */
    public OptionalLong correction(Upload upload, long arrivalMillis, Place place) {
        if (place == Place.OVERTAKEN) {
            return corrected(upload, arrivalMillis);
        }
        if (isBelievable(upload, 0, arrivalMillis, BEHIND_MILLIS)) {
            offsetMillis = 0;
            return OptionalLong.of(0);
        }
        if (upload.sentAtMillis() == 0) {
            return OptionalLong.empty();
        }
        boolean isDelayed = place == Place.NEXT && offsetMillis == 0;
        if (isDelayed && isBelievable(upload, 0, arrivalMillis, DELAYED_MILLIS)) {
            return OptionalLong.of(0);
        }
        long offset = arrivalMillis - upload.sentAtMillis();
        if (Math.abs(offset - offsetMillis) > JITTER_MILLIS) {
            offsetMillis = offset;
        }
        return corrected(upload, arrivalMillis);
    }

    private OptionalLong corrected(Upload upload, long arrivalMillis) {
        return isBelievable(upload, offsetMillis, arrivalMillis, BEHIND_MILLIS)
                ? OptionalLong.of(offsetMillis)
                : OptionalLong.empty();
    }

    private static boolean isBelievable(Upload upload, long offset, long arrivalMillis, long behindMillis) {
        return newestMillis(upload) + offset <= arrivalMillis + AHEAD_MILLIS
                && oldestMillis(upload) + offset >= arrivalMillis - behindMillis;
    }

    /** The same, to be changed on its own. */
    public DeviceClock copy() {
        DeviceClock copy = new DeviceClock();
        copy.offsetMillis = offsetMillis;
        return copy;
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
