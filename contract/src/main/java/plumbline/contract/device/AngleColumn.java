package plumbline.contract.device;

import java.util.Arrays;

/** The angles of one sensor over one upload, in tenths of a degree, forward positive; empty where nothing was measured. */
public final class AngleColumn {
    /** Stands for an angle that was not measured. */
    public static final int MISSING = -32768;

    public static final AngleColumn EMPTY = new AngleColumn(new int[0]);

    private static final int LARGEST = 32767;

    private final int[] decidegrees;

    private AngleColumn(int[] decidegrees) {
        this.decidegrees = decidegrees;
    }

    public static AngleColumn ofDecidegrees(int... decidegrees) {
        return decidegrees.length == 0 ? EMPTY : new AngleColumn(decidegrees.clone());
    }

    /** Rounded to tenths; {@code NaN} is a missing angle. */
    public static AngleColumn ofDegrees(double... degrees) {
        return new AngleColumn(
                Arrays.stream(degrees).mapToInt(AngleColumn::toDecidegrees).toArray());
    }

    /** The nearest tenth of a degree, kept inside the 16 bits of the wire; {@code NaN} is {@link #MISSING}. */
    public static int toDecidegrees(double degrees) {
        if (Double.isNaN(degrees)) {
            return MISSING;
        }
        return within16Bits(Math.round(degrees * 10));
    }

    /** The nearest number of tenths that the wire can hold. */
    public static int within16Bits(long decidegrees) {
        return (int) Math.max(-LARGEST, Math.min(LARGEST, decidegrees));
    }

    public int size() {
        return decidegrees.length;
    }

    public boolean isEmpty() {
        return decidegrees.length == 0;
    }

    /** Angle {@code i} in tenths of a degree, {@link #MISSING} where it was not measured or the column is empty. */
    public int decidegrees(int i) {
        return decidegrees.length == 0 ? MISSING : decidegrees[i];
    }

    public int[] toArray() {
        return decidegrees.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AngleColumn that && Arrays.equals(decidegrees, that.decidegrees);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(decidegrees);
    }

    @Override
    public String toString() {
        return Arrays.toString(decidegrees);
    }
}
