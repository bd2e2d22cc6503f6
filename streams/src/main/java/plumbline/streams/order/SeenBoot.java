package plumbline.streams.order;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import plumbline.contract.device.StoredWatermark;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** The sequence numbers seen of one boot, as sorted ranges that do not touch, and how far they go without a hole. */
final class SeenBoot {
    private static final int SEQ_BITS = 32;
    private static final int MARKS = 4;
    private static final long HALF_ROUND = 1L << (SEQ_BITS - 1);

    private final long boot;
    private final List<Range> ranges = new ArrayList<>(1);

    /** Everything before it was seen or was given up by the device. */
    private long holeAt;

    /** Before it the ranges may hold numbers that were never seen: there a hole was closed for want of room. */
    private long unsureBefore;

    private long toldBefore;

    /** How far readings were given out in order: what comes from before it is late. */
    private long givenOutBefore;

    SeenBoot(long boot) {
        this.boot = boot;
    }

    /** From {@code from} up to, not including, {@code to}. */
    private record Range(long from, long to) {
        boolean holds(long seq) {
            return seq >= from && seq < to;
        }

        boolean touches(Range other) {
            return from <= other.to && other.from <= to;
        }

        Range join(Range other) {
            return new Range(Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    long boot() {
        return boot;
    }

    /** The number that {@code seq} stands for: sequence numbers of 32 bits go round, the nearest one is meant. */
    long unwrap(long seq) {
        long round = (end() - seq + HALF_ROUND) >> SEQ_BITS;
        return seq + (Math.max(0, round) << SEQ_BITS);
    }

    /** The number after the highest one seen. */
    long end() {
        return ranges.isEmpty() ? 0 : ranges.get(ranges.size() - 1).to();
    }

    /** Whether a reading may count as seen only since a hole was closed for want of room. */
    boolean isUnsure(long seq) {
        return seq < unsureBefore;
    }

    long givenOutBefore() {
        return givenOutBefore;
    }

    void giveOutBefore(long seq) {
        givenOutBefore = Math.max(givenOutBefore, seq);
    }

    BitSet missing(long seq, int count) {
        BitSet missing = new BitSet(count);
        for (int i = 0; i < count; i++) {
            long wanted = seq + i;
            missing.set(i, ranges.stream().noneMatch(range -> range.holds(wanted)));
        }
        return missing;
    }

    void add(long from, long to) {
        join(from, to);
        closeLowestHole();
        if (from <= holeAt) {
            holeAt = Math.max(holeAt, to);
        }
        jumpOverSeen();
    }

    /** The device will not send what comes before {@code seq}. */
    void giveUpBefore(long seq) {
        holeAt = Math.max(holeAt, seq);
        jumpOverSeen();
    }

    private void jumpOverSeen() {
        if (holeAt >= unsureBefore) {
            ranges.stream().filter(range -> range.holds(holeAt)).findFirst().ifPresent(range -> holeAt = range.to());
        }
    }

    /** Whether the first hole comes no earlier than {@code to}. */
    boolean covers(long to) {
        return to <= holeAt;
    }

    boolean isUntold() {
        return holeAt > toldBefore;
    }

    /** How far it goes without a hole, from now on told. */
    StoredWatermark tell() {
        toldBefore = holeAt;
        return StoredWatermark.of(boot, (holeAt - 1) & ((1L << SEQ_BITS) - 1));
    }

    void forgetTold() {
        toldBefore = 0;
    }

    private void join(long from, long to) {
        Range added = new Range(from, to);
        List<Range> kept = new ArrayList<>(ranges.size() + 1);
        for (Range range : ranges) {
            if (range.touches(added)) {
                added = range.join(added);
            } else {
                kept.add(range);
            }
        }
        int place = 0;
        while (place < kept.size() && kept.get(place).from() < added.from()) {
            place++;
        }
        kept.add(place, added);
        ranges.clear();
        ranges.addAll(kept);
    }

    private void closeLowestHole() {
        if (ranges.size() > SeenReadings.MAX_RANGES) {
            unsureBefore = Math.max(unsureBefore, ranges.get(1).from());
            ranges.set(0, ranges.get(0).join(ranges.remove(1)));
        }
    }

    /** Writes it after that of the boot {@code before}, whose number is mostly close, or after none where it is 0. */
    void write(StateWriter out, long before) {
        List<Long> marks = marks();
        BitSet isSet = new BitSet();
        for (int i = 0; i < MARKS; i++) {
            isSet.set(i, marks.get(i) != 0);
        }
        out.number(boot - before).places(isSet).number(ranges.size());
        long end = 0;
        for (Range range : ranges) {
            out.number(range.from() - end).number(range.to() - range.from());
            end = range.to();
        }
        isSet.stream().forEach(i -> out.number(marks.get(i)));
    }

    /** Mostly 0, and then not written. */
    private List<Long> marks() {
        return List.of(end() - holeAt, holeAt - toldBefore, unsureBefore, end() - givenOutBefore);
    }

    static SeenBoot read(StateReader in, long before) {
        long number = in.number();
        if (!in.isSince(3)) {
            SeenBoot seen = new SeenBoot(number);
            seen.holeAt = in.number();
            seen.unsureBefore = in.number();
            seen.toldBefore = in.number();
            seen.readRanges(in);
            seen.givenOutBefore = seen.end();
            return seen;
        }
        SeenBoot seen = new SeenBoot(before + number);
        BitSet isSet = in.places();
        seen.readRanges(in);
        long[] marks = new long[MARKS];
        isSet.stream().forEach(i -> marks[i] = in.number());
        seen.holeAt = seen.end() - marks[0];
        seen.toldBefore = seen.holeAt - marks[1];
        seen.unsureBefore = marks[2];
        seen.givenOutBefore = seen.end() - marks[3];
        return seen;
    }

    private void readRanges(StateReader in) {
        long before = 0;
        for (int left = in.integer(); left > 0; left--) {
            long from = before + in.number();
            before = from + in.number();
            ranges.add(new Range(from, before));
        }
    }
}
