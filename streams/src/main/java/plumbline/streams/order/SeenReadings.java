package plumbline.streams.order;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.contract.device.StoredWatermark;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * Which readings of one device were taken in already, by their identity (boot, seq). Keeps the {@value #MAX_BOOTS} boots
 * met last, {@value #MAX_RANGES} ranges each; where there are more, the lowest hole counts as seen. What a watermark covers
 * was seen in truth, or the device has said that it will not send it.
 */
public final class SeenReadings {
    static final int MAX_BOOTS = 4;
    static final int MAX_RANGES = 16;

    private final List<SeenBoot> boots = new ArrayList<>(1);

    /**
     * Marks the readings {@code seq} to {@code seq + count - 1} of a boot as seen.
     *
     * @return which of them are new, bit {@code i} for reading {@code seq + i}
     */
    public BitSet add(long boot, long seq, int count) {
        SeenBoot seen = boot(boot);
        BitSet fresh = seen.missing(seq, count);
        seen.add(seq, seq + count);
        return fresh;
    }

    /** Where an upload with {@code seq} stands that has not been marked yet. */
    public Place place(long boot, long seq) {
        if (boots.isEmpty()) {
            return Place.FIRST;
        }
        Optional<SeenBoot> known = known(boot);
        if (known.isEmpty()) {
            return Place.NEW_BOOT;
        }
        boolean hasEnded = boots.stream().anyMatch(other -> other.boot() > boot);
        return hasEnded || seq < known.get().end() ? Place.OVERTAKEN : Place.NEXT;
    }

    /** Whether a boot is one of those that are kept. */
    public boolean knows(long boot) {
        return known(boot).isPresent();
    }

    /** The number that a {@code seq} of 32 bits stands for, where a boot goes on for more than fit into them. */
    public long unwrap(long boot, long seq) {
        return known(boot).map(seen -> seen.unwrap(seq)).orElse(seq);
    }

    /** Whether a reading may count as seen only since a hole was closed for want of room. */
    public boolean isUnsure(long boot, long seq) {
        return known(boot).map(seen -> seen.isUnsure(seq)).orElse(false);
    }

    /** How far a boot's readings were given out in order; nothing before its first. */
    OptionalLong givenOutBefore(long boot) {
        long before = known(boot).map(SeenBoot::givenOutBefore).orElse(0L);
        return before > 0 ? OptionalLong.of(before) : OptionalLong.empty();
    }

    void giveOutBefore(long boot, long seq) {
        boot(boot).giveOutBefore(seq);
    }

    /** The boots that are kept, the one that was heard of last first. */
    List<Long> newestFirst() {
        List<Long> numbers = new ArrayList<>(boots.stream().map(SeenBoot::boot).toList());
        Collections.reverse(numbers);
        return numbers;
    }

    /** The boot that was heard of last. */
    OptionalLong newestBoot() {
        return boots.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(boots.get(boots.size() - 1).boot());
    }

    /** Whether a reading was given out, in order or late; of boots that were met long ago nothing is known but that they were. */
    public boolean gaveOut(long boot, long seq) {
        return known(boot)
                .map(seen -> seq < seen.givenOutBefore() && seen.missing(seq, 1).isEmpty())
                .orElse(true);
    }

    /** The device holds nothing of {@code boot} from before {@code seq} any more. */
    public void giveUpBefore(long boot, long seq) {
        boot(boot).giveUpBefore(seq);
    }

    /** Whether a watermark would cover the reading before {@code seq}, and so all before it. */
    public boolean covers(long boot, long seq) {
        return boot(boot).covers(seq);
    }

    /** Whether there is a watermark that was not told yet. */
    public boolean hasUntold() {
        return boots.stream().anyMatch(SeenBoot::isUntold);
    }

    /** The watermarks not told yet, those of earlier boots first; from now on they are. */
    public List<StoredWatermark> tell() {
        return boots.stream()
                .filter(SeenBoot::isUntold)
                .sorted(Comparator.comparingLong(SeenBoot::boot))
                .map(SeenBoot::tell)
                .toList();
    }

    /** The device did not hear the watermark of {@code boot}: it is to be told again. */
    public void forgetTold(long boot) {
        boot(boot).forgetTold();
    }

    private Optional<SeenBoot> known(long boot) {
        return boots.stream().filter(known -> known.boot() == boot).findFirst();
    }

    private SeenBoot boot(long boot) {
        SeenBoot seen = known(boot).orElseGet(() -> new SeenBoot(boot));
        boots.remove(seen);
        boots.add(seen);
        if (boots.size() > MAX_BOOTS) {
            boots.remove(0);
        }
        return seen;
    }

    public void write(StateWriter out) {
        out.number(boots.size());
        long before = 0;
        for (SeenBoot seen : boots) {
            seen.write(out, before);
            before = seen.boot();
        }
    }

    public static SeenReadings read(StateReader in) {
        SeenReadings seen = new SeenReadings();
        long before = 0;
        for (int left = in.integer(); left > 0; left--) {
            SeenBoot boot = SeenBoot.read(in, before);
            seen.boots.add(boot);
            before = boot.boot();
        }
        return seen;
    }
}
