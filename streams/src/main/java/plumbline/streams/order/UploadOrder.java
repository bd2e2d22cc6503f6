package plumbline.streams.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * Puts the uploads of one device back in the order in which they were taken: by boot, and within a boot by sequence number.
 * One that leaves a gap is held until the gap is filled, for {@value #HELD_MILLIS} ms of arrival time at most; no more
 * than {@value #MOST_HELD} are held, nor more than {@value #MOST_BYTES} bytes of them. Then the gap is given up, and what
 * still comes of it is late.
 *
 * <p>A boot that is met first is held likewise, since those before it may still be on their way; but not where it begins
 * with its first reading and is the device's first one, or leaves no room in time behind the newest reading.
 */
public final class UploadOrder {
    public static final int MOST_HELD = 64;
    public static final long HELD_MILLIS = 30_000;
    static final int MOST_BYTES = 512 * 1024;

    private static final long NEVER = Long.MAX_VALUE;
    private static final long NO_BOOT = -1;

    private final List<HeldUpload> held = new ArrayList<>(0);
    private long boot = NO_BOOT;

    /** Where uploads go once their place is known. */
    public interface Outlet {
        /** The next upload in order. */
        void next(Arrival arrival);

        /** Readings from before what was given out already. */
        void late(Arrival arrival);

        /** Event time of the newest reading given out so far. */
        long newestMillis();
    }

    /** Takes an upload with at least one fresh reading; {@code seen} holds it already. */
    public void accept(Arrival arrival, SeenReadings seen, Outlet outlet) {
        expire(arrival.arrivalMillis(), seen, outlet);
        Arrival ahead = splitOffLate(arrival, seen, outlet);
        if (ahead.fresh().isEmpty()) {
            return;
        }
        if (follows(ahead, seen, outlet)) {
            giveOut(ahead, seen, outlet);
        } else {
            held.add(HeldUpload.of(ahead));
        }
        flow(seen, outlet);
        while (held.size() > MOST_HELD || bytes() > MOST_BYTES) {
            giveOut(inOrder().get(0), seen, outlet);
            flow(seen, outlet);
        }
    }

    /** Gives up the gaps for which somebody has waited long enough at {@code nowMillis}. */
    public void expire(long nowMillis, SeenReadings seen, Outlet outlet) {
        while (dueAt() <= nowMillis) {
            List<HeldUpload> ordered = inOrder();
            int last = ordered.size() - 1;
            while (!isOverdue(ordered.get(last), nowMillis)) {
                last--;
            }
            ordered.subList(0, last + 1).forEach(upload -> giveOut(upload, seen, outlet));
            flow(seen, outlet);
        }
    }

    /** When {@link #expire} has something to do, {@link Long#MAX_VALUE} while nothing is held. */
    public long dueAt() {
        return held.stream()
                .mapToLong(upload -> upload.arrivalMillis() + HELD_MILLIS + 1)
                .min()
                .orElse(NEVER);
    }

    public boolean isEmpty() {
        return held.isEmpty();
    }

    /** Event time of the newest reading that is held, {@link Long#MIN_VALUE} while nothing is. */
    public long newestHeldMillis() {
        return held.stream().mapToLong(HeldUpload::newestMillis).max().orElse(Long.MIN_VALUE);
    }

    private static boolean isOverdue(HeldUpload upload, long nowMillis) {
        return upload.arrivalMillis() + HELD_MILLIS < nowMillis;
    }

    private Arrival splitOffLate(Arrival arrival, SeenReadings seen, Outlet outlet) {
        long number = arrival.upload().boot();
        boolean earlierBoot = number != boot && boot != NO_BOOT && arrival.newestMillis() <= outlet.newestMillis();
        if (earlierBoot) {
            seen.giveOutBefore(number, arrival.end());
        }
        long givenOut = seen.givenOutBefore(number).orElse(0);
        if (arrival.first() >= givenOut) {
            return arrival;
        }
        outlet.late(arrival.before(givenOut));
        return arrival.from(givenOut);
    }

    private boolean follows(Placed upload, SeenReadings seen, Outlet outlet) {
        OptionalLong givenOut = seen.givenOutBefore(upload.boot());
        if (givenOut.isPresent()) {
            return upload.first() <= givenOut.getAsLong();
        }
        return upload.first() == 0 && isOldest(upload) && (boot == NO_BOOT || leavesNoRoom(upload, outlet));
    }

    /** Nothing that is held comes from before it. */
    private boolean isOldest(Placed upload) {
        return held.stream().noneMatch(other -> other.newestMillis() < upload.newestMillis());
    }

    /** Nothing can have been taken between the newest reading and this upload. */
    private static boolean leavesNoRoom(Placed upload, Outlet outlet) {
        return upload.beginMillis() <= outlet.newestMillis() + upload.stepMillis();
    }

    private void flow(SeenReadings seen, Outlet outlet) {
        for (int i = 0; i < held.size(); i++) {
            if (follows(held.get(i), seen, outlet)) {
                giveOut(held.get(i), seen, outlet);
                i = -1;
            }
        }
    }

    private void giveOut(HeldUpload upload, SeenReadings seen, Outlet outlet) {
        held.remove(upload);
        giveOut(upload.toArrival(), seen, outlet);
    }

    private void giveOut(Arrival arrival, SeenReadings seen, Outlet outlet) {
        boot = arrival.upload().boot();
        seen.giveOutBefore(boot, arrival.end());
        outlet.next(arrival);
    }

    /** Boots by when they began, and each by its sequence numbers. */
    private List<HeldUpload> inOrder() {
        Map<Long, Long> begin = new HashMap<>();
        held.forEach(upload -> begin.merge(upload.boot(), upload.newestMillis(), Math::min));
        List<HeldUpload> ordered = new ArrayList<>(held);
        ordered.sort(Comparator.<HeldUpload>comparingLong(upload -> Objects.requireNonNull(begin.get(upload.boot())))
                .thenComparingLong(HeldUpload::boot)
                .thenComparingLong(HeldUpload::first));
        return ordered;
    }

    private int bytes() {
        return held.stream().mapToInt(HeldUpload::bytes).sum();
    }

    /** Writes it; {@code seen} is that of the same state, whose newest boot is mostly the one that goes on. */
    public void write(StateWriter out, SeenReadings seen) {
        out.number(boot - newestBoot(seen)).number(held.size());
        held.forEach(upload -> upload.write(out));
    }

    /** Reads what was written; {@code seen} is that of the same state. */
    public static UploadOrder read(StateReader in, SeenReadings seen) {
        UploadOrder order = new UploadOrder();
        if (!in.isSince(3)) {
            order.boot = newestBoot(seen);
            return order;
        }
        order.boot = newestBoot(seen) + in.number();
        for (int left = in.integer(); left > 0; left--) {
            order.held.add(HeldUpload.read(in));
        }
        return order;
    }

    private static long newestBoot(SeenReadings seen) {
        return seen.newestBoot().orElse(NO_BOOT);
    }
}
