package plumbline.alerts.dispatch;

import java.util.OptionalLong;
import java.util.TreeMap;

/** Which records of one partition are done with: only the unbroken run from the front may be committed. */
public final class SettledOffsets {
    private final TreeMap<Long, Boolean> settled = new TreeMap<>();
    private long next = -1;

    /** A record was read; offsets only rise. */
    public void open(long offset) {
        settled.put(offset, false);
    }

    /** The record's end is recorded. One that is not open, as after a change of hands, counts for nothing. */
    public void settle(long offset) {
        settled.replace(offset, true);
        while (!settled.isEmpty() && settled.firstEntry().getValue()) {
            next = settled.firstKey() + 1;
            settled.pollFirstEntry();
        }
    }

    /** The offset to go on from after a restart, or nothing before the first record is settled. */
    public OptionalLong committable() {
        return next < 0 ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /** How many records wait, themselves unsettled or behind one that is. */
    public int waiting() {
        return settled.size();
    }
}
