package plumbline.streams.order;

import java.util.Arrays;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * What the uploads of one device that came last said, in 16 bits each: an upload that comes again says the same, else its
 * identity was given to two. Keeps {@value #MOST}.
 */
public final class RecentUploads {
    static final int MOST = 3;

    private static final int DIGEST_BITS = 16;
    private static final int KEY_BITS = 24;

    private final long[] entries = new long[MOST];
    private int next;

    /** Notes an upload that is new. */
    public void note(Upload upload) {
        entries[next] = entry(upload);
        next = (next + 1) % MOST;
    }

    /** Whether this very upload came a short while ago. */
    public boolean holds(Upload upload) {
        long entry = entry(upload);
        return Arrays.stream(entries).anyMatch(known -> known == entry);
    }

    /** Whether an upload of the same identities came a short while ago and said something else. */
    public boolean contradicts(Upload upload) {
        long key = key(upload);
        return Arrays.stream(entries).anyMatch(known -> known >>> DIGEST_BITS == key) && !holds(upload);
    }

    private static long entry(Upload upload) {
        return key(upload) << DIGEST_BITS | digest(upload);
    }

    /** Never 0, which stands for no entry. */
    private static long key(Upload upload) {
        long mixed = mix(mix(upload.boot(), upload.seq()), upload.identities());
        return 1 | mixed >>> (Long.SIZE - KEY_BITS);
    }

    /** Of all that was measured; when and in which state it was sent may differ. */
    private static long digest(Upload upload) {
        long mixed = mix(upload.times().startMillis(), upload.times().intervalMillis());
        mixed = mix(mixed, upload.calibration().id().hashCode());
        mixed = mix(mixed, upload.calibration().neckDecidegrees());
        mixed = mix(mixed, upload.calibration().shoulderDecidegrees());
        mixed = mix(mixed, upload.mount().name().hashCode());
        for (int i = 0; i < upload.size(); i++) {
            mixed = mix(mixed, upload.times().timeMillis(i));
            mixed = mix(mixed, upload.neck().decidegrees(i));
            mixed = mix(mixed, upload.shoulder().decidegrees(i));
            mixed = mix(mixed, upload.activity(i).name().hashCode());
        }
        for (SittingSpan span : upload.sitting()) {
            mixed = mix(mix(mixed, span.fromMillis()), span.toMillis());
        }
        return mixed >>> (Long.SIZE - DIGEST_BITS);
    }

    private static long mix(long before, long value) {
        return (before ^ value) * 0x9E37_79B9_7F4A_7C15L ^ before >>> 29;
    }

    public void write(StateWriter out) {
        out.number(next);
        Arrays.stream(entries).forEach(out::number);
    }

    public static RecentUploads read(StateReader in) {
        RecentUploads recent = new RecentUploads();
        if (in.isSince(3)) {
            recent.next = in.integer();
            Arrays.setAll(recent.entries, i -> in.number());
        }
        return recent;
    }
}
