package plumbline.streams.state;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what {@link StateWriter} wrote, in the same order. */
public final class StateReader {
    private final byte[] bytes;
    private final int version;
    private int position;

    /** @param bytes begin with the version of their format, as {@link StateWriter#StateWriter(int)} wrote it */
    public StateReader(byte[] bytes) {
        this.bytes = bytes;
        this.version = integer();
    }

    public int version() {
        return version;
    }

    /** Whether the bytes have what came with that version. */
    public boolean isSince(int since) {
        return version >= since;
    }

    public long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    public boolean truth() {
        return bytes[position++] != 0;
    }

    /** The constant at the place that was written. */
    public <E extends Enum<E>> E word(List<E> constants) {
        return constants.get(integer());
    }

    public String text() {
        int length = integer();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    public boolean isAtEnd() {
        return position == bytes.length;
    }
}
