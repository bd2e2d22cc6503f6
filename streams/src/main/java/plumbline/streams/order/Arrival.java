package plumbline.streams.order;

import java.util.BitSet;
import plumbline.contract.device.Upload;

/**
 * An upload as it arrived.
 *
 * @param seq of its first reading, counted on where the 32 bits have gone round
 * @param fresh which of its readings nobody has seen before, by index
 * @param correctionMillis what to add to its times
 */
public record Arrival(Upload upload, long seq, BitSet fresh, long correctionMillis, long arrivalMillis)
        implements Placed {
    @Override
    public long boot() {
        return upload.boot();
    }

    @Override
    public long beginMillis() {
        return upload.size() > 0 ? upload.times().timeMillis(0) + correctionMillis : oldestMillis();
    }

    /** Event time of its first reading or the start of its first span. */
    public long oldestMillis() {
        return DeviceClock.oldestMillis(upload) + correctionMillis;
    }

    @Override
    public long newestMillis() {
        return DeviceClock.newestMillis(upload) + correctionMillis;
    }

    @Override
    public long stepMillis() {
        return upload.times().intervalMillis();
    }

    /** Number of what follows its last reading. */
    long end() {
        return seq + upload.identities();
    }

    /** The same with only those readings fresh that come before {@code number}. */
    Arrival before(long number) {
        BitSet earlier = (BitSet) fresh.clone();
        earlier.clear(index(number), fresh.length());
        return new Arrival(upload, seq, earlier, correctionMillis, arrivalMillis);
    }

    /** The same with only those fresh that are {@code number} or come after it. */
    Arrival from(long number) {
        BitSet later = (BitSet) fresh.clone();
        later.clear(0, index(number));
        return new Arrival(upload, seq, later, correctionMillis, arrivalMillis);
    }

    private int index(long number) {
        return (int) Math.max(0, Math.min(number - seq, fresh.length()));
    }
}
