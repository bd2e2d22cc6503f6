package plumbline.streams.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * When a wearer's record began anew: so long after all that was measured before that nothing of it counts any more. From such
 * a time on history can be folded without what came before. Keeps {@value #MOST}, half a day apart but for the newest one, so
 * that one of them is two and a half days back. Event time, milliseconds; what is kept is the full minute before, up to which
 * the rest has to be as long.
 */
final class Restarts {
    static final int MOST = 7;
    static final long APART_MILLIS = 12 * 3_600_000L;
    static final long KEPT_MILLIS = 60 * 3_600_000L;

    /** Uploads are read back that were kept for a week at least, and are a day late at most. */
    static final long REACH_MILLIS = 96 * 3_600_000L;

    private static final long MINUTE_MILLIS = 60_000;

    private final List<Long> times = new ArrayList<>(MOST);
    private long standsUntil;

    /** Whether something was measured before the first of them: asked of a fold that began at none, and not kept. */
    private boolean beganUnderWay;

    /**
     * Something was measured of a wearer who wears the device.
     *
     * @param untilMillis how long it stands at most
     * @param restMillis after so long a rest nothing counts any more
     */
    void measured(long fromMillis, long untilMillis, long restMillis) {
        long minute = fromMillis / MINUTE_MILLIS * MINUTE_MILLIS;
        if (minute - standsUntil >= restMillis) {
            add(minute);
        } else if (times.isEmpty()) {
            beganUnderWay = true;
        }
        standsUntil = Math.max(standsUntil, untilMillis);
    }

    private void add(long time) {
        int size = times.size();
        if (size >= 2 && times.get(size - 1) - times.get(size - 2) < APART_MILLIS) {
            times.set(size - 1, time);
        } else {
            times.add(time);
        }
        while (times.size() > MOST || (times.size() >= 2 && times.get(1) < time - KEPT_MILLIS)) {
            times.remove(0);
        }
    }

    /**
     * The newest one that is not after {@code atMillis}; none that is further back than {@value #REACH_MILLIS} ms, since what
     * was sent so long ago may not be there any more.
     */
    OptionalLong before(long atMillis) {
        return times.stream()
                .mapToLong(time -> time)
                .filter(time -> time <= atMillis && time >= atMillis - REACH_MILLIS)
                .max();
    }

    /** One that knows of nothing before {@code beginMillis}. */
    static Restarts beginningAt(long beginMillis) {
        Restarts restarts = new Restarts();
        restarts.standsUntil = beginMillis;
        return restarts;
    }

    boolean beganUnderWay() {
        return beganUnderWay;
    }

    /** The oldest one. */
    OptionalLong first() {
        return times.stream().mapToLong(time -> time).findFirst();
    }

    /** Puts those of {@code known} in front that are no later than {@code beginMillis}, from where on this one was folded. */
    void goOnFrom(Restarts known, long beginMillis) {
        List<Long> earlier =
                known.times.stream().filter(time -> time <= beginMillis).toList();
        List<Long> own = List.copyOf(times);
        times.clear();
        times.addAll(earlier);
        own.forEach(this::add);
    }

    void write(StateWriter out) {
        out.time(standsUntil).number(times.size());
        long before = 0;
        for (long time : times) {
            out.number((time - before) / MINUTE_MILLIS);
            before = time;
        }
    }

    static Restarts read(StateReader in) {
        Restarts restarts = new Restarts();
        restarts.standsUntil = in.time();
        long time = 0;
        for (int left = in.integer(); left > 0; left--) {
            time += in.number() * MINUTE_MILLIS;
            restarts.times.add(time);
        }
        return restarts;
    }
}
