package plumbline.contract.device;

import java.util.List;

/**
 * A batch of readings and sitting spans of one device; JSON and binary say the same thing. Reading {@code i} has the
 * identity (device, boot, seq + i); an upload of spans alone takes one seq.
 *
 * @param boot counts the device's restarts
 * @param seq number of the first reading within the boot
 * @param sentAtMillis device time at sending, 0 where the device does not say
 * @param activity none, one for all readings, or one per reading
 * @param batteryPercent -1 where the device does not say
 * @param historical taken while offline
 * @param oldestSeq number of the oldest reading of this boot that the device still holds: all before it are covered by a
 *     {@link StoredWatermark} or given up, and will not come; -1 where the device does not say
 */
public record Upload(
        long boot,
        long seq,
        SamplingTimes times,
        AngleColumn neck,
        AngleColumn shoulder,
        List<Activity> activity,
        long sentAtMillis,
        Mount mount,
        Calibration calibration,
        List<SittingSpan> sitting,
        int batteryPercent,
        String firmware,
        boolean historical,
        long oldestSeq) {
    public static final int MAX_READINGS = 1_000;
    public static final int MAX_SITTING_SPANS = 1_000;
    public static final int MAX_BYTES = 64 * 1024;

    public Upload {
        activity = List.copyOf(activity);
        sitting = List.copyOf(sitting);
    }

    /** How many readings this upload holds; 0 where it holds spans alone. */
    public int size() {
        int angles = Math.max(neck.size(), shoulder.size());
        int perReading = Math.max(times.offsets(), activity.size() > 1 ? activity.size() : 0);
        return Math.max(angles, perReading);
    }

    /** How many sequence numbers this upload takes. */
    public int identities() {
        return Math.max(1, size());
    }

    public Activity activity(int i) {
        return switch (activity.size()) {
            case 0 -> Activity.UNKNOWN;
            case 1 -> activity.get(0);
            default -> activity.get(i);
        };
    }

    /** The same under other numbers. */
    public Upload numbered(long otherBoot, long otherSeq) {
        return new Upload(
                otherBoot,
                otherSeq,
                times,
                neck,
                shoulder,
                activity,
                sentAtMillis,
                mount,
                calibration,
                sitting,
                batteryPercent,
                firmware,
                historical,
                oldestSeq);
    }

    /** The same, sent at another time, by a device that then holds nothing of this boot from before {@code oldest}. */
    public Upload sentAt(long millis, long oldest) {
        return new Upload(
                boot,
                seq,
                times,
                neck,
                shoulder,
                activity,
                millis,
                mount,
                calibration,
                sitting,
                batteryPercent,
                firmware,
                historical,
                oldest);
    }

    /** The same, but that all of it happened {@code millis} later. */
    public Upload later(long millis) {
        return new Upload(
                boot,
                seq,
                SamplingTimes.at(times.startMillis() + millis, times.intervalMillis(), times.offsetMillis()),
                neck,
                shoulder,
                activity,
                sentAtMillis + millis,
                mount,
                calibration,
                sitting.stream().map(span -> span.later(millis)).toList(),
                batteryPercent,
                firmware,
                historical,
                oldestSeq);
    }
}
