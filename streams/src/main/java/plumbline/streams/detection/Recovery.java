package plumbline.streams.detection;

import plumbline.contract.event.PostureClass;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** Bad time that the wearer has not recovered from yet: it counts towards the next episode. Milliseconds. */
final class Recovery {
    private long unrecovered;
    private long since;
    private long run;

    /** What {@code millis} of a posture pay back: good time once, walking twice. */
    static long worth(PostureClass posture, long millis) {
        return posture == PostureClass.NEUTRAL ? 2 * millis : millis;
    }

    /**
     * An episode ended.
     *
     * @param exposure what it left
     * @param restMillis not-bad time at its end, which goes on
     * @param clears so much of it in a row leaves nothing to recover from
     */
    void owe(long exposure, long endMillis, long restMillis, long clears) {
        since = endMillis;
        run = restMillis;
        leave(exposure, clears);
    }

    /** Not-bad time went by; {@code clears} of it in a row leave nothing to recover from. */
    void recover(PostureClass posture, long millis, long clears) {
        run += millis;
        leave(Math.max(0, unrecovered - worth(posture, millis)), clears);
    }

    private void leave(long exposure, long clears) {
        unrecovered = run >= clears ? 0 : exposure;
    }

    /** The wearer lies down or takes the device off, or nothing comes: not-bad time before and after is not in a row. */
    void interrupt() {
        run = 0;
    }

    /** What is left, unless it is forgotten. */
    long unrecovered() {
        return unrecovered;
    }

    /** What is left at a time; nothing once {@code forgotten} has passed since the episode's end. */
    long carry(long atMillis, long forgotten) {
        return atMillis - since >= forgotten ? 0 : unrecovered;
    }

    void forget() {
        unrecovered = 0;
    }

    void write(StateWriter out) {
        out.number(unrecovered);
        if (unrecovered > 0) {
            out.time(since).number(run);
        }
    }

    static Recovery read(StateReader in) {
        Recovery recovery = new Recovery();
        recovery.unrecovered = in.number();
        if (recovery.unrecovered > 0) {
            recovery.since = in.time();
            recovery.run = in.isSince(3) ? in.number() : 0;
        }
        return recovery;
    }
}
