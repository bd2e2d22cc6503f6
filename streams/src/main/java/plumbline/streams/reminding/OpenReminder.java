package plumbline.streams.reminding;

import plumbline.contract.event.PostureIssue;
import plumbline.streams.detection.Stretch;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** A reminder that went out, for as long as its outcome is not known or it may still be withdrawn. Milliseconds. */
final class OpenReminder {
    private final long episodeStart;
    private final int step;
    private final long raisedAt;
    private long measured;
    private boolean judged;
    private boolean withdrawn;

    OpenReminder(long episodeStart, int step, long raisedAt) {
        this.episodeStart = episodeStart;
        this.step = step;
        this.raisedAt = raisedAt;
    }

    long episodeStart() {
        return episodeStart;
    }

    int step() {
        return step;
    }

    long raisedAt() {
        return raisedAt;
    }

    /** Counts what was measured of its issue since, up to a time. */
    void take(Stretch stretch, long untilMillis) {
        if (!judged) {
            measured +=
                    Math.max(0, Math.min(stretch.toMillis(), untilMillis) - Math.max(stretch.fromMillis(), raisedAt));
        }
    }

    /** Whether what was not measured until then is too short to hide what the reminder asked for. */
    boolean isTold(long untilMillis, PostureIssue issue, MovementRules rules) {
        return untilMillis - raisedAt - measured < Math.max(1, rules.corrects(issue));
    }

    boolean isJudged() {
        return judged;
    }

    void judge() {
        judged = true;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    void withdraw() {
        withdrawn = true;
    }

    void write(StateWriter out) {
        out.time(raisedAt).number(raisedAt - episodeStart).number(step);
        out.number(measured).number((judged ? 1 : 0) + (withdrawn ? 2 : 0));
    }

    static OpenReminder read(StateReader in) {
        long raisedAt = in.time();
        OpenReminder open = new OpenReminder(raisedAt - in.number(), in.integer(), raisedAt);
        open.measured = in.number();
        int marks = in.integer();
        open.judged = (marks & 1) != 0;
        open.withdrawn = (marks & 2) != 0;
        return open;
    }
}
