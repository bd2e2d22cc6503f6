package plumbline.streams.history;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Readings by their identity, exactly, however many. */
final class ReadingSet {
    private static final int PAGE_BITS = 16;

    private final Map<Page, BitSet> pages = new HashMap<>();

    private record Page(long boot, long number) {}

    /** Whether it was not in the set yet. */
    boolean add(long boot, long seq) {
        BitSet page = pages.computeIfAbsent(new Page(boot, seq >> PAGE_BITS), number -> new BitSet());
        int place = (int) (seq & ((1 << PAGE_BITS) - 1));
        boolean isNew = !page.get(place);
        page.set(place);
        return isNew;
    }
}
