package plumbline.contract.device;

import java.util.Arrays;

/**
 * When the readings of an upload were taken, device time in milliseconds since 1970: evenly spaced, or by offsets from
 * the start.
 */
public final class SamplingTimes {
    private final long startMillis;
    private final int intervalMillis;
    private final int[] offsetMillis;

    private SamplingTimes(long startMillis, int intervalMillis, int[] offsetMillis) {
        this.startMillis = startMillis;
        this.intervalMillis = intervalMillis;
        this.offsetMillis = offsetMillis;
    }

    public static SamplingTimes every(long startMillis, int intervalMillis) {
        return new SamplingTimes(startMillis, intervalMillis, new int[0]);
    }

    /** Uneven times; {@code intervalMillis} is the nominal one, which says how long a reading stands. */
    public static SamplingTimes at(long startMillis, int intervalMillis, int... offsetMillis) {
        return new SamplingTimes(startMillis, intervalMillis, offsetMillis.clone());
    }

    public long startMillis() {
        return startMillis;
    }

    public int intervalMillis() {
        return intervalMillis;
    }

    /** Offsets from the start, one per reading; empty where the readings are evenly spaced. */
    public int[] offsetMillis() {
        return offsetMillis.clone();
    }

    public boolean isEven() {
        return offsetMillis.length == 0;
    }

    public int offsets() {
        return offsetMillis.length;
    }

    public long timeMillis(int i) {
        return startMillis + (isEven() ? (long) i * intervalMillis : offsetMillis[i]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SamplingTimes that
                && startMillis == that.startMillis
                && intervalMillis == that.intervalMillis
                && Arrays.equals(offsetMillis, that.offsetMillis);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(startMillis) * 31 + Arrays.hashCode(offsetMillis);
    }

    @Override
    public String toString() {
        return isEven()
                ? startMillis + " every " + intervalMillis + " ms"
                : startMillis + " + " + Arrays.toString(offsetMillis);
    }
}
