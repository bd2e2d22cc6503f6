package plumbline.streams.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/** Appends values to growing bytes: whole numbers as variable-length integers, small ones in one byte. */
public final class StateWriter {
    /** The version of the format that is written. */
    public static final int VERSION = 3;

    private byte[] bytes = new byte[256];
    private int size;
    private long lastTime;

    public StateWriter() {
        this(VERSION);
    }

    StateWriter(int version) {
        number(version);
    }

    /** A number of either sign. */
    public StateWriter number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            append((byte) (rest | 0x80));
            rest >>>= 7;
        }
        append((byte) rest);
        return this;
    }

    /**
     * A time, or 0 for never: as how far it is from the time written before, since those of one state lie close together.
     *
     * @param millis since 1970
     */
    public StateWriter time(long millis) {
        if (millis == 0) {
            return number(0);
        }
        long apart = millis - lastTime;
        lastTime = millis;
        return number(apart >= 0 ? apart + 1 : apart);
    }

    public StateWriter truth(boolean value) {
        append((byte) (value ? 1 : 0));
        return this;
    }

    /** A constant by its place: the order of an enum in the state is part of the format. */
    @SuppressWarnings("EnumOrdinal")
    public StateWriter word(Enum<?> value) {
        return number(value.ordinal());
    }

    /** Some constants of one enum, of at most 63, in one number: a bit for each by its place. */
    @SuppressWarnings("EnumOrdinal")
    public StateWriter words(Set<? extends Enum<?>> values) {
        return number(values.stream().mapToLong(value -> 1L << value.ordinal()).sum());
    }

    /** Some places of the first 63, in one number: a bit for each. */
    public StateWriter places(BitSet places) {
        return number(places.stream().mapToLong(place -> 1L << place).sum());
    }

    public StateWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public StateWriter bytes(byte[] value) {
        number(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void append(byte value) {
        reserve(1);
        bytes[size++] = value;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
