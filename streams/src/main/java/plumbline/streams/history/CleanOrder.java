package plumbline.streams.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.contract.device.Upload;
import plumbline.streams.order.Arrival;
import plumbline.streams.order.DeviceClock;
import plumbline.streams.order.Place;
import plumbline.streams.order.SeenReadings;

/**
 * The uploads of one device as they would have come had nothing gone wrong on their way: each reading once, the first one that
 * arrived; boots by when they began, and each boot by its sequence numbers.
 */
final class CleanOrder {
    private final SeenReadings seen;
    private final long lateWithinMillis;
    private final DeviceClock clock;
    private final ReadingSet taken = new ReadingSet();
    private final Map<Long, Long> begins = new HashMap<>();
    private final SortedMap<Long, Long> ends = new TreeMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final GivenUp givenUp = new GivenUp();

    private CleanOrder(SeenReadings seen, DeviceClock clock, long lateWithinMillis) {
        this.seen = seen;
        this.clock = clock.copy();
        this.lateWithinMillis = lateWithinMillis;
    }

    /**
     * Sorts uploads.
     *
     * @param uploads in order of arrival
     * @param seen what the device's state knows of: what was not given out yet is left out
     * @param clock of the device, as it is known now
     * @param lateWithinMillis readings that came later than this after they were taken, and after newer ones that did
     *     not wait for them, are left out
     */
    static List<Arrival> of(List<SentUpload> uploads, SeenReadings seen, DeviceClock clock, long lateWithinMillis) {
        CleanOrder order = new CleanOrder(seen, clock, lateWithinMillis);
        uploads.forEach(order::take);
        order.arrivals.sort(Comparator.<Arrival>comparingLong(order::begin)
                .thenComparingLong(Arrival::boot)
                .thenComparingLong(arrival -> arrival.seq() + arrival.fresh().nextSetBit(0)));
        return order.arrivals;
    }

    private Place place(Upload upload, long seq) {
        long boot = upload.boot();
        Long end = ends.get(boot);
        ends.merge(boot, seq + upload.identities(), Math::max);
        if (end == null && !seen.knows(boot)) {
            return Place.NEW_BOOT;
        }
        boolean hasEnded = ends.lastKey() > boot;
        return hasEnded || (end != null && seq < end) ? Place.OVERTAKEN : Place.NEXT;
    }

    private long begin(Arrival arrival) {
        return Objects.requireNonNull(begins.get(arrival.boot()));
    }

    private void take(SentUpload sent) {
        Upload upload = sent.upload();
        long seq = seen.unwrap(upload.boot(), upload.seq());
        OptionalLong correction = clock.correction(upload, sent.arrivalMillis(), place(upload, seq));
        if (correction.isEmpty()) {
            return;
        }
        BitSet fresh = new BitSet();
        Arrival arrival = new Arrival(upload, seq, fresh, correction.getAsLong(), sent.arrivalMillis());
        long newest = arrival.newestMillis();
        if (givenUp.isLate(arrival) && arrival.arrivalMillis() - newest > lateWithinMillis) {
            return;
        }
        for (int i = 0; i < upload.identities(); i++) {
            if (seen.gaveOut(upload.boot(), seq + i) && taken.add(upload.boot(), seq + i)) {
                fresh.set(i);
            }
        }
        if (!fresh.isEmpty()) {
            givenUp.add(arrival);
            begins.merge(upload.boot(), newest, Math::min);
            arrivals.add(arrival);
        }
    }
}
