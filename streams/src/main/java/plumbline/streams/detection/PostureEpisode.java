package plumbline.streams.detection;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * The episode of one issue of one device: idle, candidate, active, long, closed, and idle again.
 *
 * <p>A reading stands until the next one, at most for its hold; only time in which a bad reading stood counts as bad. So
 * what a reading adds is known when the next one comes.
 */
public final class PostureEpisode {
    private static final int HIGHEST_LEVEL = 3;
    private static final List<EpisodeState> STATES = List.of(EpisodeState.values());

    private @Nullable EpisodeFigures figures;
    private @Nullable Observation last;
    private @Nullable Interruption interruption;
    private Recovery recovery = new Recovery();
    private EpisodeState state = EpisodeState.CLOSED;
    private int level;
    private long badEver;

    /** The revision under which the end was told when nothing came any more; 0 where it was not. */
    private int foretold;

    /** Takes the next reading, which is no older than the one before. */
    void advance(Observation next, EpisodeRules rules, EpisodeListener listener) {
        EpisodeListener heard = afterSilence(endsBefore(next, rules), listener);
        settle(next.timeMillis(), rules, heard);
        closeAfterHole(next, rules, heard);
        if (next.isBad()) {
            takeBad(next, rules);
        } else {
            takeNotBad(next);
        }
        last = next;
    }

    /** Takes a stretch that was measured as a whole: it is credited at once, and nothing stands after it. */
    void advanceBy(Observation stretch, EpisodeRules rules, EpisodeListener listener) {
        advance(stretch, rules, listener);
        long end = stretch.timeMillis() + stretch.holdMillis();
        settle(end, rules, listener);
        last = new Observation(end, stretch.posture(), stretch.decidegrees(), 0);
    }

    /** The sensor is off the body, the wearer lies down, or angles no longer compare: ends at once. */
    void leave(long timeMillis, CloseReason reason, EpisodeRules rules, EpisodeListener listener) {
        boolean gap = isTooLong(timeMillis, rules);
        EpisodeListener heard = afterSilence(gap, listener);
        settle(timeMillis, rules, heard);
        close(gap ? CloseReason.GAP : reason, heard);
        last = null;
        if (reason == CloseReason.CALIBRATION) {
            recovery.forget();
        }
    }

    /** For how long nothing may come before the end of the open episode is told; nothing while there is none to tell. */
    OptionalLong silenceLimit(EpisodeRules rules) {
        return figures == null || last == null || foretold > 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(rules.suspended(), last.holdMillis()));
    }

    /** Others go on, but this issue is not measured any more. */
    void passTime(long nowMillis, EpisodeRules rules, EpisodeListener listener) {
        if (figures != null && last != null && isTooLong(nowMillis, rules)) {
            leave(last.timeMillis() + last.holdMillis(), CloseReason.GAP, rules, afterSilence(true, listener));
        }
    }

    /**
     * Nothing came for longer than the limit: tells how the episode ends if nothing more comes. The episode itself stays as it
     * is: readings that were only late on their way go on with it.
     */
    void fallSilent(EpisodeRules rules, EpisodeListener listener) {
        if (figures == null || last == null) {
            return;
        }
        PostureEpisode ending = copy();
        ending.leave(last.timeMillis() + last.holdMillis(), CloseReason.GAP, rules, foretelling(listener));
        foretold = Math.max(1, foretold);
    }

    /** Hears of the copy that ends; what its reading stood for is told once the next one comes. */
    private EpisodeListener foretelling(EpisodeListener listener) {
        return new EpisodeListener() {
            @Override
            public void changed(PostureEpisode episode, @Nullable CloseReason reason) {
                foretold = episode.open().revision;
                listener.changed(episode, reason);
            }

            @Override
            public void stood(PostureEpisode episode, PostureClass posture, long fromMillis, long toMillis) {}
        };
    }

    /** Whether the next reading finds the episode ended, and just where silence would have. */
    private boolean endsBefore(Observation next, EpisodeRules rules) {
        return isHole(next, rules)
                || (interruption != null && interruption.millis() + credit(next.timeMillis()) >= rules.close());
    }

    /** What was told already is not told again; if the episode goes on after all, that is. */
    private EpisodeListener afterSilence(boolean ends, EpisodeListener listener) {
        if (foretold == 0) {
            return listener;
        }
        EpisodeFigures open = open();
        int told = foretold;
        foretold = 0;
        if (ends) {
            return muted(listener);
        }
        open.revision = told;
        if (state != EpisodeState.CANDIDATE) {
            open.revision++;
            listener.changed(this, null);
        }
        return listener;
    }

    /** Nothing was measured for longer than the episode bears. */
    private boolean isHole(Observation next, EpisodeRules rules) {
        return isTooLong(next.timeMillis(), rules) || (isSuspended(next.timeMillis(), rules) && !next.isBad());
    }

    private static EpisodeListener muted(EpisodeListener listener) {
        return new EpisodeListener() {
            @Override
            public void changed(PostureEpisode episode, @Nullable CloseReason reason) {}

            @Override
            public void stood(PostureEpisode episode, PostureClass posture, long fromMillis, long toMillis) {
                listener.stood(episode, posture, fromMillis, toMillis);
            }
        };
    }

    private boolean isTooLong(long untilMillis, EpisodeRules rules) {
        return last != null && untilMillis - last.timeMillis() > Math.max(rules.suspended(), last.holdMillis());
    }

    private boolean isSuspended(long untilMillis, EpisodeRules rules) {
        return last != null && untilMillis - last.timeMillis() > Math.max(rules.tolerated(), last.holdMillis());
    }

    /** Credits what the last reading stood for until now. */
    private void settle(long untilMillis, EpisodeRules rules, EpisodeListener listener) {
        if (last == null) {
            return;
        }
        long credit = credit(untilMillis);
        listener.stood(this, last.posture(), last.timeMillis(), last.timeMillis() + credit);
        if (last.isBad()) {
            creditBad(last, credit, rules, listener);
        } else {
            creditNotBad(last.posture(), credit, rules, listener);
        }
    }

    private long credit(long untilMillis) {
        return last == null ? 0 : Math.min(untilMillis - last.timeMillis(), last.holdMillis());
    }

    private void creditBad(Observation standing, long credit, EpisodeRules rules, EpisodeListener listener) {
        EpisodeFigures open = figures;
        if (open == null) {
            return;
        }
        open.addBad(standing, credit, rules);
        badEver += credit;
        int wanted = rules.level(open.exposure) + (open.severe >= rules.severeLevel() ? 1 : 0);
        grow(grown(open, rules), wanted, listener);
    }

    private static EpisodeState grown(EpisodeFigures open, EpisodeRules rules) {
        if (open.bad < rules.active()) {
            return EpisodeState.CANDIDATE;
        }
        return open.exposure >= rules.longAfter() ? EpisodeState.LONG : EpisodeState.ACTIVE;
    }

    /** A level is kept once reached: it tells how long the episode has been, not how bad the last reading was. */
    private void grow(EpisodeState to, int wantedLevel, EpisodeListener listener) {
        int higher = to == EpisodeState.LONG ? Math.max(level, Math.min(HIGHEST_LEVEL, wantedLevel)) : 0;
        boolean changed = to != state || higher != level;
        state = to;
        level = higher;
        if (changed) {
            open().revision++;
            listener.changed(this, null);
        }
    }

    /** Another issue is long at the same time: one level up. */
    void raiseTogether(EpisodeRules rules, EpisodeListener listener) {
        grow(EpisodeState.LONG, rules.level(open().exposure) + 1, listener);
    }

    private EpisodeFigures open() {
        if (figures == null) {
            throw new IllegalStateException("no episode is open");
        }
        return figures;
    }

    private void creditNotBad(PostureClass posture, long credit, EpisodeRules rules, EpisodeListener listener) {
        if (interruption == null) {
            recovery.recover(posture, credit, rules.clears());
            return;
        }
        interruption.add(posture, credit);
        if (interruption.millis() >= rules.close()) {
            boolean good = posture == PostureClass.GOOD && rules.issue() != PostureIssue.PROLONGED_SITTING;
            close(good ? CloseReason.GOOD_POSTURE : CloseReason.MOVED, listener);
        }
    }

    private void closeAfterHole(Observation next, EpisodeRules rules, EpisodeListener listener) {
        if (isHole(next, rules)) {
            close(CloseReason.GAP, listener);
        }
    }

    private void takeBad(Observation next, EpisodeRules rules) {
        if (figures == null) {
            figures = new EpisodeFigures(next.timeMillis(), recovery.carry(next.timeMillis(), rules.carryForgotten()));
            recovery.forget();
            state = EpisodeState.CANDIDATE;
        } else if (interruption != null) {
            figures.tolerate(interruption.millis());
        }
        interruption = null;
    }

    private void takeNotBad(Observation next) {
        if (figures != null && interruption == null) {
            figures.end = next.timeMillis();
            interruption = new Interruption();
        }
    }

    /** An interruption at the end is no part of the episode: it ended where that run began. */
    private void close(CloseReason reason, EpisodeListener listener) {
        EpisodeFigures open = figures;
        if (open == null) {
            return;
        }
        if (state != EpisodeState.CANDIDATE) {
            open.revision++;
            listener.changed(this, reason);
        }
        long paid = interruption == null ? 0 : interruption.recovered();
        long rest = interruption == null ? 0 : interruption.millis();
        recovery.owe(Math.max(0, open.exposure - paid), open.end, rest);
        figures = null;
        interruption = null;
        state = EpisodeState.CLOSED;
        level = 0;
        foretold = 0;
    }

    /** Takes the place of {@code known}, folded anew: what was counted over the whole of time is kept. */
    void goOnFrom(PostureEpisode known) {
        badEver = known.badEver;
    }

    public boolean isOpenSince(long startMillis) {
        return figures != null && figures.start == startMillis;
    }

    /** Later revisions of the open episode go on from there. */
    public void publishedAs(int revision) {
        open().revision = Math.max(open().revision, revision);
    }

    public boolean isOpen() {
        return figures != null;
    }

    /** Whether the end of the open episode was told since nothing came any more. */
    public boolean isForetold() {
        return foretold > 0;
    }

    public boolean isLong() {
        return state == EpisodeState.LONG;
    }

    /** Whether an episode worth telling of is open. */
    boolean isActive() {
        return state == EpisodeState.ACTIVE || isLong();
    }

    /** Whether an episode worth telling of is open and the newest reading is bad. */
    public boolean isBadNow() {
        return isActive() && last != null && last.isBad();
    }

    /** How the newest reading counts, {@code UNKNOWN} once it no longer stands. */
    public PostureClass postureAt(long timeMillis) {
        boolean stands = last != null && timeMillis - last.timeMillis() <= last.holdMillis();
        return stands && last != null ? last.posture() : PostureClass.UNKNOWN;
    }

    /** Event time of the newest reading of this issue; 0 where none is known. */
    public long newestMillis() {
        return last == null ? 0 : last.timeMillis();
    }

    public int level() {
        return level;
    }

    /** When the open episode began. */
    public long startMillis() {
        return open().start;
    }

    /** Credited bad time of the open episode. */
    public long badMillis() {
        return open().bad;
    }

    /** Credited bad time of all episodes so far. */
    long badEverMillis() {
        return badEver;
    }

    /** Unrecovered time of earlier episodes that counts towards the open one. */
    public long carriedMillis() {
        return open().carried;
    }

    /** Bad time with what was carried over, or the dose: what reminders go by. */
    public long exposureMillis() {
        return open().exposure;
    }

    /** The open episode as it stands; {@code reason} is why it closes now, null while it goes on. */
    Episode toEvent(DeviceId device, PostureIssue issue, @Nullable CloseReason reason) {
        EpisodeFigures open = open();
        return open.toEvent(device, issue, reason == null ? state : EpisodeState.CLOSED, level, reason);
    }

    private PostureEpisode copy() {
        StateWriter out = new StateWriter();
        write(out);
        return read(new StateReader(out.toBytes()));
    }

    void write(StateWriter out) {
        out.truth(last != null);
        if (last != null) {
            last.write(out);
        }
        recovery.write(out);
        out.number(badEver);
        out.truth(figures != null);
        if (figures != null) {
            figures.write(out);
            out.word(state).number(level).number(foretold);
            out.truth(interruption != null);
        }
        if (interruption != null) {
            interruption.write(out);
        }
    }

    static PostureEpisode read(StateReader in) {
        PostureEpisode episode = new PostureEpisode();
        episode.last = in.truth() ? Observation.read(in) : null;
        episode.recovery = Recovery.read(in);
        episode.badEver = in.number();
        if (in.truth()) {
            episode.figures = EpisodeFigures.read(in);
            episode.state = in.word(STATES);
            episode.level = in.integer();
            episode.foretold = in.isSince(3) ? in.integer() : 0;
            episode.interruption = in.truth() ? Interruption.read(in) : null;
        }
        return episode;
    }
}
