package plumbline.standalone.verify;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Upload;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.device.VirtualDevice;

/** Which readings of one device were sent, by issue: what was lost on the way to sending can't be found by anybody. */
final class SentReadings {
    static final long NONE = -1;

    private final long startMillis;
    private final Map<PostureIssue, BitSet> readings = new EnumMap<>(PostureIssue.class);

    SentReadings(long startMillis) {
        this.startMillis = startMillis;
        for (PostureIssue issue : PostureIssue.values()) {
            readings.put(issue, new BitSet());
        }
    }

    /** Notes an upload; a reading without its angle says nothing of that issue, but where the activity alone does. */
    void add(Upload upload) {
        for (int i = 0; i < upload.size(); i++) {
            int index = index(upload.times().timeMillis(i));
            boolean alone = upload.activity(i) != Activity.SITTING && upload.activity(i) != Activity.STANDING;
            of(PostureIssue.PROLONGED_SITTING).set(index);
            if (alone || upload.neck().decidegrees(i) != AngleColumn.MISSING) {
                of(PostureIssue.FORWARD_NECK).set(index);
            }
            if (alone || upload.shoulder().decidegrees(i) != AngleColumn.MISSING) {
                of(PostureIssue.ROUNDED_SHOULDERS).set(index);
            }
        }
    }

    private BitSet of(PostureIssue issue) {
        return Objects.requireNonNull(readings.get(issue));
    }

    private int index(long millis) {
        long since = millis - startMillis;
        if (since % VirtualDevice.INTERVAL_MILLIS != 0) {
            throw new IllegalStateException("a reading at " + millis + " is not whole intervals after " + startMillis);
        }
        return Math.toIntExact(since / VirtualDevice.INTERVAL_MILLIS);
    }

    private long time(int index) {
        return index < 0 ? NONE : startMillis + (long) index * VirtualDevice.INTERVAL_MILLIS;
    }

    /** When the first reading at or after {@code millis} was taken, {@link #NONE} where there is none. */
    long from(PostureIssue issue, long millis) {
        long since = Math.max(0, millis - startMillis);
        int index = Math.toIntExact((since + VirtualDevice.INTERVAL_MILLIS - 1) / VirtualDevice.INTERVAL_MILLIS);
        return time(of(issue).nextSetBit(index));
    }

    /** When the last reading before {@code millis} was taken, {@link #NONE} where there is none. */
    long before(PostureIssue issue, long millis) {
        long since = millis - startMillis - 1;
        return since < 0
                ? NONE
                : time(of(issue).previousSetBit(Math.toIntExact(since / VirtualDevice.INTERVAL_MILLIS)));
    }

    /** When the last of the readings was taken that follow one another, without one missing, from {@code millis} on. */
    long unbroken(PostureIssue issue, long millis) {
        return time(of(issue).nextClearBit(index(millis)) - 1);
    }

    /** How many readings were sent. */
    long count() {
        return of(PostureIssue.PROLONGED_SITTING).cardinality();
    }
}
