package plumbline.streams.order;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import plumbline.contract.device.Upload;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * Guards against a device clock that is wrong: by which something was taken, or sent, more than {@value #AHEAD_MILLIS} ms after
 * it arrived, or taken over {@value #BEHIND_MILLIS} ms before. Where the device says when it sent the upload, its readings are
 * moved by how far its clock is off; else they can't be placed in time. How long an upload was on its way tells nothing of the
 * clock, so one that was overtaken goes by what is known already, and so does one that a clock which was right sent up to
 * {@value #DELAYED_MILLIS} ms ago.
 */
public final class DeviceClock {
    public static final long AHEAD_MILLIS = 2 * 60_000L;
    public static final long BEHIND_MILLIS = 7 * 24 * 3_600_000L;

    /** As long as MQTT brokers and devices may keep uploads; a clock that lost the date is off by years. */
    static final long DELAYED_MILLIS = 31 * 24 * 3_600_000L;

    /** Within this, a new offset is only jitter on the way and the known one stays. */
    private static final long JITTER_MILLIS = 30_000;

    /** By boot, where it is not 0: without a date a device may count from the same time in each. */
    private final Map<Long, Long> offsets = new HashMap<>(0);

    /** That of the boot that went on last. */
    private long lastMillis;

    /** What to add to the upload's times, or nothing where they are unbelievable and can't be corrected. */
    public OptionalLong correction(Upload upload, long arrivalMillis, Place place) {
        if (place == Place.OVERTAKEN) {
            long known = offsetMillis(upload.boot());
            return isBelievable(upload, known, arrivalMillis, BEHIND_MILLIS)
                    ? OptionalLong.of(known)
                    : OptionalLong.empty();
        }
        long known = place == Place.NEXT ? offsetMillis(upload.boot()) : lastMillis;
        boolean maybeDelayed = known == 0 && place != Place.FIRST && saysWhenSent(upload);
        long behindMillis = maybeDelayed ? DELAYED_MILLIS : BEHIND_MILLIS;
        long offset = offset(upload, arrivalMillis, known, behindMillis);
        if (!isBelievable(upload, offset, arrivalMillis, offset == 0 ? behindMillis : BEHIND_MILLIS)) {
            note(upload.boot(), known);
            return OptionalLong.empty();
        }
        note(upload.boot(), offset);
        return OptionalLong.of(offset);
    }

    private static long offset(Upload upload, long arrivalMillis, long known, long behindMillis) {
        if (!saysWhenSent(upload)) {
            return 0;
        }
        long apart = arrivalMillis - upload.sentAtMillis();
        if (isJitter(apart - known)) {
            return known;
        }
        return isJitter(apart) || isBelievable(upload, 0, arrivalMillis, behindMillis) ? 0 : apart;
    }

    private static boolean saysWhenSent(Upload upload) {
        return upload.sentAtMillis() != 0;
    }

    private static boolean isJitter(long millis) {
        return Math.abs(millis) <= JITTER_MILLIS;
    }

    /** Nothing is taken or sent after it has arrived. */
    private static boolean isBelievable(Upload upload, long offset, long arrivalMillis, long behindMillis) {
        return Math.max(newestMillis(upload), upload.sentAtMillis()) + offset <= arrivalMillis + AHEAD_MILLIS
                && oldestMillis(upload) + offset >= arrivalMillis - behindMillis;
    }

    private void note(long boot, long offset) {
        lastMillis = offset;
        if (offset == 0) {
            offsets.remove(boot);
        } else {
            offsets.put(boot, offset);
        }
    }

    /** Only the boots that {@code seen} keeps are of use. */
    public void forgetAllBut(SeenReadings seen) {
        offsets.keySet().removeIf(boot -> !seen.knows(boot));
    }

    /** The same, to be changed on its own. */
    public DeviceClock copy() {
        DeviceClock copy = new DeviceClock();
        copy.offsets.putAll(offsets);
        copy.lastMillis = lastMillis;
        return copy;
    }

    /** By how much the times of a boot that was met are moved now. */
    public long offsetMillis(long boot) {
        return offsets.getOrDefault(boot, 0L);
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

    /** Writes it; {@code seen} is that of the same state, and says which boots they are. */
    public void write(StateWriter out, SeenReadings seen) {
        List<Long> boots = seen.newestFirst();
        BitSet off = new BitSet();
        for (int i = 0; i < boots.size(); i++) {
            off.set(i, offsets.containsKey(boots.get(i)));
        }
        out.places(off);
        if (off.isEmpty()) {
            return;
        }
        out.number(lastMillis);
        long before = lastMillis;
        for (int i = off.nextSetBit(0); i >= 0; i = off.nextSetBit(i + 1)) {
            long offset = offsetMillis(boots.get(i));
            out.number(offset - before);
            before = offset;
        }
    }

    /** Reads what was written; {@code seen} is that of the same state. */
    public static DeviceClock read(StateReader in, SeenReadings seen) {
        DeviceClock clock = new DeviceClock();
        List<Long> boots = seen.newestFirst();
        if (!in.isSince(3)) {
            long offset = in.number();
            boots.forEach(boot -> clock.note(boot, offset));
            return clock;
        }
        BitSet off = in.places();
        clock.lastMillis = off.isEmpty() ? 0 : in.number();
        long before = clock.lastMillis;
        for (int i = off.nextSetBit(0); i >= 0; i = off.nextSetBit(i + 1)) {
            before += in.number();
            clock.offsets.put(boots.get(i), before);
        }
        return clock;
    }
}
