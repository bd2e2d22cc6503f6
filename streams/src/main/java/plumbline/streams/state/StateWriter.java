package plumbline.streams.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Appends values to growing bytes: whole numbers as variable-length integers, small ones in one byte. */
public final class StateWriter {
    private byte[] bytes = new byte[256];
    private int size;

    /** @param version of the format, read back first */
    public StateWriter(int version) {
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

    public StateWriter truth(boolean value) {
        append((byte) (value ? 1 : 0));
        return this;
    }

    /** A constant by its place: the order of an enum in the state is part of the format. */
    @SuppressWarnings("EnumOrdinal")
    public StateWriter word(Enum<?> value) {
        return number(value.ordinal());
    }

    public StateWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
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
