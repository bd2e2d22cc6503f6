package plumbline.streams.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Reads what {@link StateWriter} wrote, in the same order. */
public final class StateReader {
    /** The oldest version that is still read, so that an upgrade finds its devices as they were. */
    static final int OLDEST = 2;

    private final byte[] bytes;
    private final int version;
    private int position;
    private long lastTime;
    private long aside;

    /** Reads bytes of a version from {@link #OLDEST} to {@link StateWriter#VERSION}; another one is a fault of ours. */
    public StateReader(byte[] bytes) {
        this.bytes = bytes;
        this.version = integer();
        if (version < OLDEST || version > StateWriter.VERSION) {
            throw new IllegalStateException(
                    "state has version " + version + "; known are " + OLDEST + " to " + StateWriter.VERSION);
        }
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

    /** What {@link StateWriter#time} wrote. */
    public long time() {
        if (!isSince(3)) {
            return number();
        }
        long apart = number();
        if (apart == 0) {
            return 0;
        }
        lastTime += apart > 0 ? apart - 1 : apart;
        return lastTime;
    }

    /** Lays a number aside that an older version wrote with one part of the state and that belongs to another one now. */
    public void layAside(long number) {
        aside = number;
    }

    /** What was laid aside last. */
    public long fromAside() {
        return aside;
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

    /** The constants that {@link StateWriter#words} wrote; before version 3 one by one. */
    public <E extends Enum<E>> List<E> words(List<E> constants) {
        if (!isSince(3)) {
            return Stream.generate(() -> word(constants)).limit(integer()).toList();
        }
        return places().stream().mapToObj(constants::get).toList();
    }

    /** What {@link StateWriter#places} wrote. */
    public BitSet places() {
        return BitSet.valueOf(new long[] {number()});
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        int length = integer();
        byte[] value = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return value;
    }

    public boolean isAtEnd() {
        return position == bytes.length;
    }
}
