package plumbline.streams.detection;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Episode;
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
    private @Nullable OpenEpisode open;
    private @Nullable Observation last;
    private Recovery recovery = new Recovery();
    private Foretelling foretelling = new Foretelling();

    /** Takes the next reading, which is no older than the one before. */
    void advance(Observation next, EpisodeRules rules, EpisodeListener listener) {
        EpisodeListener heard = foretelling.listener(this, endsBefore(next, rules), listener);
        settle(next.timeMillis(), rules, heard);
        if (last != null && last.isHoleBefore(next, rules)) {
            close(CloseReason.GAP, rules, heard);
        }
        if (last != null && last.isSuspendedBefore(next.timeMillis(), rules)) {
            recovery.interrupt();
            heard.hole();
        }
        if (next.isBad()) {
            takeBad(next, rules);
        } else if (open != null) {
            open.interrupt(next.timeMillis());
        }
        last = next;
    }

    /** Takes a stretch that was measured as a whole: it is credited at once, and nothing stands after it. */
    void advanceBy(Observation stretch, EpisodeRules rules, EpisodeListener listener) {
        advance(stretch, rules, listener);
        long end = stretch.standsUntil();
        settle(end, rules, listener);
        last = new Observation(end, stretch.posture(), stretch.decidegrees(), 0);
    }

    /** The sensor is off the body, the wearer lies down, or angles no longer compare: ends at once. */
    void leave(long timeMillis, CloseReason reason, EpisodeRules rules, EpisodeListener listener) {
        EpisodeListener heard = foretelling.listener(this, false, listener);
        settle(timeMillis, rules, heard);
        close(reason, rules, heard);
        last = null;
        recovery.interrupt();
        heard.hole();
        if (reason == CloseReason.CALIBRATION) {
            recovery.forget();
        }
    }

    /** For how long nothing may come before the end of the open episode is told; nothing while there is none to tell. */
    OptionalLong silenceLimit(EpisodeRules rules) {
        return open == null || last == null || isForetold()
                ? OptionalLong.empty()
                : OptionalLong.of(last.longest(rules));
    }

    /** Others go on, but this issue is not measured any more. */
    void passTime(long nowMillis, EpisodeRules rules, EpisodeListener listener) {
        if (open != null && last != null && last.isLongBefore(nowMillis, rules)) {
            leave(last.standsUntil(), CloseReason.GAP, rules, foretelling.listener(this, true, listener));
        }
    }

    /** Nothing came for longer than the limit: tells how the episode ends if nothing more comes. */
    void fallSilent(EpisodeRules rules, EpisodeListener listener) {
        if (open != null && last != null) {
            foretelling.tell(copy(), last.standsUntil(), rules, listener);
        }
    }

    /** Its end was told under that revision, and it goes on. */
    void goesOnAfter(int revision, EpisodeListener listener) {
        publishedAs(revision);
        tellIf(isActive(), listener);
    }

    /** Whether the next reading finds the episode ended, and just where silence would have. */
    private boolean endsBefore(Observation next, EpisodeRules rules) {
        return open != null
                && last != null
                && (last.isHoleBefore(next, rules) || open.isEndedBy(last.creditUntil(next.timeMillis()), rules));
    }

    /** Credits what the last reading stood for until now. */
    private void settle(long untilMillis, EpisodeRules rules, EpisodeListener listener) {
        if (last == null) {
            return;
        }
        long credit = last.creditUntil(untilMillis);
        listener.stood(this, last.posture(), last.timeMillis(), last.timeMillis() + credit);
        if (open == null) {
            // Where no episode is open, what stands is not bad.
            recovery.recover(last.posture(), credit, rules.clears());
        } else if (last.isBad()) {
            tellIf(open.addBad(last, credit, rules), listener);
        } else if (open.addNotBad(last.posture(), credit, rules)) {
            boolean good = last.posture() == PostureClass.GOOD && rules.issue() != PostureIssue.PROLONGED_SITTING;
            close(good ? CloseReason.GOOD_POSTURE : CloseReason.MOVED, rules, listener);
        }
    }

    private void tellIf(boolean changed, EpisodeListener listener) {
        if (changed) {
            open().figures.revision++;
            listener.changed(this, null);
        }
    }

    /** Another issue is long at the same time: one level up. */
    void raiseTogether(EpisodeRules rules, EpisodeListener listener) {
        tellIf(open().raise(rules), listener);
    }

    private OpenEpisode open() {
        if (open == null) {
            throw new IllegalStateException("no episode is open");
        }
        return open;
    }

    private void takeBad(Observation next, EpisodeRules rules) {
        if (open == null) {
            open = OpenEpisode.beginningAt(
                    next.timeMillis(), recovery.carry(next.timeMillis(), rules.carryForgotten()));
            recovery.forget();
        } else {
            open.resume();
        }
    }

    private void close(CloseReason reason, EpisodeRules rules, EpisodeListener listener) {
        if (open == null) {
            return;
        }
        if (isActive()) {
            open.figures.revision++;
            listener.changed(this, reason);
        }
        open.leaveTo(recovery, rules);
        open = null;
        foretelling.forget();
    }

    public boolean isOpenSince(long startMillis) {
        return open != null && open.figures.start == startMillis;
    }

    int revision() {
        return open().figures.revision;
    }

    /** Later revisions of the open episode go on from there. */
    public void publishedAs(int revision) {
        EpisodeFigures figures = open().figures;
        figures.revision = Math.max(figures.revision, revision);
    }

    public boolean isOpen() {
        return open != null;
    }

    /** Whether the end of the open episode was told since nothing came any more. */
    public boolean isForetold() {
        return foretelling.isTold();
    }

    public boolean isLong() {
        return open != null && open.stage.isLong();
    }

    /** Whether an episode worth telling of is open. */
    boolean isActive() {
        return open != null && open.stage.isActive();
    }

    /** Whether an episode worth telling of is open and the newest reading is bad. */
    public boolean isBadNow() {
        return isActive() && last != null && last.isBad();
    }

    /** How the newest reading counts, {@code UNKNOWN} once it no longer stands. */
    public PostureClass postureAt(long timeMillis) {
        return last != null && timeMillis <= last.standsUntil() ? last.posture() : PostureClass.UNKNOWN;
    }

    /** Up to when the newest reading stands where it is not bad; 0 where it is, or none is known. */
    long notBadUntil() {
        return last == null || last.isBad() ? 0 : last.standsUntil();
    }

    /** Event time of the newest reading of this issue; 0 where none is known. */
    public long newestMillis() {
        return last == null ? 0 : last.timeMillis();
    }

    /** The newest reading, while it still stands or may; nothing where none is known. */
    public Optional<Standing> standing() {
        return last == null
                ? Optional.empty()
                : Optional.of(new Standing(
                        last.isBad(), last.timeMillis(), last.holdMillis(), open == null ? 0 : open.figures.bad));
    }

    public int level() {
        return open == null ? 0 : open.stage.level();
    }

    /** When the open episode began. */
    public long startMillis() {
        return open().figures.start;
    }

    /** Credited bad time of the open episode. */
    public long badMillis() {
        return open().figures.bad;
    }

    /** Unrecovered exposure of earlier episodes that counts towards the open one. */
    public long carriedMillis() {
        return open().figures.carried;
    }

    /** Bad time with what was carried over, or the dose: what reminders go by. */
    public long exposureMillis() {
        return open().figures.exposure;
    }

    /** What the next episode would have carried over to it if it began now, unless it is forgotten. */
    public long unrecoveredMillis() {
        return open == null ? recovery.unrecovered() : open.unrecovered();
    }

    /** The open episode as it stands; {@code reason} is why it closes now, null while it goes on. */
    Episode toEvent(DeviceId device, PostureIssue issue, @Nullable CloseReason reason) {
        return open().toEvent(device, issue, reason);
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
        out.truth(open != null);
        if (open != null) {
            open.write(out);
            foretelling.write(out);
        }
    }

    static PostureEpisode read(StateReader in) {
        PostureEpisode episode = new PostureEpisode();
        episode.last = in.truth() ? Observation.read(in) : null;
        episode.recovery = Recovery.read(in);
        if (!in.isSince(3)) {
            // Bad time ever: that of sitting, which is read last, is for the reminder ledger.
            in.layAside(in.number());
        }
        if (in.truth()) {
            episode.open = OpenEpisode.read(in);
            episode.foretelling = Foretelling.read(in);
        }
        return episode;
    }
}
