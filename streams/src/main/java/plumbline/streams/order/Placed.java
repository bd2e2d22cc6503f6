package plumbline.streams.order;

import java.util.BitSet;

/** What has a place in the order of a device's uploads. */
interface Placed {
    long boot();

    /** Number of the first reading, fresh or not. */
    long seq();

    /** Which readings nobody has seen before, by index; at least one. */
    BitSet fresh();

    /** Event time of the first reading; of spans alone, of their first start. */
    long beginMillis();

    /** Event time of the last reading or end of a span. Spans may tell of earlier uploads' time again, so this one orders. */
    long newestMillis();

    /** From one reading to the next. */
    long stepMillis();

    /** Number of the first fresh reading. */
    default long first() {
        return seq() + fresh().nextSetBit(0);
    }
}
