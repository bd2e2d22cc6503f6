package plumbline.streams.reminding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.streams.detection.PostureEpisode;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** What was reminded of for one issue. Milliseconds; times since 1970, 0 for never. */
final class IssueLedger {
    private static final List<HoldRule> RULES = List.of(HoldRule.values());

    private static final long NONE = -1;

    private long lastRaised;
    private int raisedToday;
    private int raisedBefore;
    private long episodeStart = NONE;
    private int steps;
    private long dueAtExposure;
    private long cameLate;
    private boolean dismissed;
    private final Set<HoldRule> held = EnumSet.noneOf(HoldRule.class);
    private GoodRun run = new GoodRun();
    private long movedAt;
    private @Nullable OpenReminder open;

    /** Looks at an episode; one that was not seen before begins with no step taken. */
    IssueLedger of(PostureEpisode episode, long longAfter) {
        if (!episode.isOpenSince(episodeStart)) {
            episodeStart = episode.startMillis();
            steps = 0;
            cameLate = Math.min(cameLate, episode.carriedMillis());
            dueAtExposure = longAfter + cameLate;
            dismissed = false;
            held.clear();
        }
        return this;
    }

    /** How much exposure is left until the next step is due. */
    long left(long exposure) {
        return Math.max(0, dueAtExposure - exposure);
    }

    /**
     * What came late counts towards no step, of this episode or of those that it is carried over to.
     *
     * @param overMidnight whether the mended one began on the day before
     */
    void mend(PostureEpisode known, PostureEpisode mended, long longAfter, boolean overMidnight) {
        long counted = known.unrecoveredMillis() - cameLate;
        long left = longAfter;
        if (known.isOpen()) {
            counted = known.unrecoveredMillis() - of(known, longAfter).cameLate;
            left = left(known.exposureMillis());
        }
        if (mended.isOpen()) {
            boolean joinsEarlier = mended.startMillis() < episodeStart;
            of(known.isOpen() ? known : mended, longAfter);
            // No step is taken twice under one start.
            steps = joinsEarlier ? Math.max(steps, raisedToday + (overMidnight ? raisedBefore : 0)) : steps;
            episodeStart = mended.startMillis();
            dueAtExposure = mended.exposureMillis() + left;
        } else if (known.isOpen()) {
            counted = Math.min(counted, longAfter - left);
        }
        cameLate = Math.max(0, mended.unrecoveredMillis() - Math.max(0, counted));
    }

    boolean isDue(long exposure, int mostSteps) {
        return !dismissed && steps < mostSteps && exposure >= dueAtExposure;
    }

    int nextStep() {
        return steps + 1;
    }

    /** The next step goes out, with this issue as its main one. */
    void opens(long start, long atMillis) {
        open = new OpenReminder(start, nextStep(), atMillis);
    }

    /** The reminder that is not done with yet. */
    @Nullable
    OpenReminder open() {
        return open;
    }

    void close() {
        open = null;
    }

    /** Good posture up to now. */
    GoodRun run() {
        return run;
    }

    /** A break of the wearer's own. */
    void moved(long atMillis) {
        movedAt = atMillis;
    }

    long movedAt() {
        return movedAt;
    }

    /** The next step is due after as much exposure again. */
    void raised(long atMillis, long exposure, long longAfter) {
        steps++;
        raisedToday++;
        lastRaised = atMillis;
        dueAtExposure = exposure + longAfter;
        held.clear();
    }

    /** Whether this rule holds the step back for the first time. */
    boolean isNewHold(HoldRule rule) {
        return held.add(rule);
    }

    /** No more of the episode that a reminder of {@code start} is part of, by now with an earlier start where episodes joined. */
    void dismiss(long start) {
        dismissed |= episodeStart >= 0 && start >= episodeStart;
    }

    long lastRaised() {
        return lastRaised;
    }

    int raisedToday() {
        return raisedToday;
    }

    void dayBegins() {
        raisedBefore = raisedToday;
        raisedToday = 0;
    }

    void write(StateWriter out) {
        // A time of 0 stands for none there, so one that is known is written a millisecond later.
        out.time(lastRaised).number(raisedToday).time(episodeStart - NONE);
        if (episodeStart >= 0) {
            out.number(steps).number(dueAtExposure).truth(dismissed).words(held);
        }
        out.number(cameLate).number(raisedBefore);
        run.write(out);
        out.time(movedAt).truth(open != null);
        if (open != null) {
            open.write(out);
        }
    }

    static IssueLedger read(StateReader in) {
        IssueLedger ledger = new IssueLedger();
        ledger.lastRaised = in.time();
        ledger.raisedToday = in.integer();
        long start = in.time();
        ledger.episodeStart = in.isSince(3) ? start + NONE : start;
        if (ledger.episodeStart >= 0) {
            ledger.steps = in.integer();
            ledger.dueAtExposure = in.number();
            ledger.dismissed = in.truth();
            ledger.held.addAll(in.words(RULES));
        }
        if (in.isSince(3)) {
            ledger.cameLate = in.number();
            ledger.raisedBefore = in.integer();
            ledger.run = GoodRun.read(in);
            ledger.movedAt = in.time();
            ledger.open = in.truth() ? OpenReminder.read(in) : null;
        }
        return ledger;
    }
}
