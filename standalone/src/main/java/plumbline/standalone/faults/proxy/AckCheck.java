package plumbline.standalone.faults.proxy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.LongAdder;

/** Whether a client confirms only what this connection has brought it, and in that order. */
final class AckCheck implements Tap {
    private static final int TYPE = 0xf0;
    private static final int PUBLISH = 0x30;
    private static final int PUBACK = 0x40;
    private static final int QOS_1 = 0x02;

    private final LongAdder wrong;
    private final Deque<Integer> delivered = new ArrayDeque<>();
    private final PacketScanner up = new PacketScanner(this::confirmed);
    private final PacketScanner down = new PacketScanner(this::delivered);

    /** @param wrong counts acknowledgements of what was not delivered, or not in order */
    AckCheck(LongAdder wrong) {
        this.wrong = wrong;
    }

    @Override
    public void up(byte[] bytes, int length) {
        up.accept(bytes, length);
    }

    @Override
    public void down(byte[] bytes, int length) {
        down.accept(bytes, length);
    }

    private synchronized void delivered(int first, byte[] bytes, int body) {
        if ((first & TYPE) == PUBLISH && (first & QOS_1) != 0) {
            delivered.add(number(bytes, body + 2 + number(bytes, body)));
        }
    }

    private synchronized void confirmed(int first, byte[] bytes, int body) {
        if ((first & TYPE) == PUBACK) {
            int id = number(bytes, body);
            if (!Integer.valueOf(id).equals(delivered.poll())) {
                wrong.increment();
            }
        }
    }

    static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
