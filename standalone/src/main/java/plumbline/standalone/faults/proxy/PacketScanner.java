package plumbline.standalone.faults.proxy;

import java.util.Arrays;

/** Finds the MQTT packets in a stream of bytes. */
final class PacketScanner {
    private static final int MORE = 0x80;
    private static final int FIRST_BYTES = 16 * 1024;

    private final Reader reader;
    private byte[] waiting = new byte[FIRST_BYTES];
    private int length;

    PacketScanner(Reader reader) {
        this.reader = reader;
    }

    /** Told of each packet: its first byte, and where in {@code bytes} what follows the length begins. */
    interface Reader {
        void packet(int first, byte[] bytes, int body);
    }

    void accept(byte[] bytes, int count) {
        if (length + count > waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * (length + count));
        }
        System.arraycopy(bytes, 0, waiting, length, count);
        length += count;
        int begin = 0;
        for (int end = end(begin); end > 0; end = end(begin)) {
            reader.packet(waiting[begin] & 0xff, waiting, body(begin));
            begin = end;
        }
        System.arraycopy(waiting, begin, waiting, 0, length - begin);
        length -= begin;
    }

    /** Where the packet that begins there ends; 0 where it is not complete. */
    private int end(int begin) {
        int remaining = 0;
        for (int at = begin + 1, shift = 0; at < length; at++, shift += 7) {
            remaining |= (waiting[at] & ~MORE & 0xff) << shift;
            if ((waiting[at] & MORE) == 0) {
                int end = at + 1 + remaining;
                return end <= length ? end : 0;
            }
        }
        return 0;
    }

    private int body(int begin) {
        int at = begin + 1;
        while ((waiting[at] & MORE) != 0) {
            at++;
        }
        return at + 1;
    }
}
