package plumbline.streams.detection;

import plumbline.contract.device.Activity;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.PostureClass;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** The sitting episode of one device, fed by activity and by spans; time that both tell of counts once. */
final class SittingEpisode {
    private PostureEpisode episode = new PostureEpisode();
    private long toldUntil;
    private boolean toldBySpan;

    /** One that takes nothing from before {@code beginMillis}. */
    static SittingEpisode beginningAt(long beginMillis) {
        SittingEpisode sitting = new SittingEpisode();
        sitting.toldUntil = beginMillis;
        return sitting;
    }

    PostureEpisode episode() {
        return episode;
    }

    /** Up to when activity or spans have told of sitting or not; 0 before the first. */
    long toldUntilMillis() {
        return toldUntil;
    }

    /** An activity that says nothing of sitting, or of time that a span has told of, changes nothing. */
    void advance(long timeMillis, Activity activity, long holdMillis, EpisodeRules rules, EpisodeListener listener) {
        if (activity == Activity.UNKNOWN || timeMillis < toldUntil) {
            return;
        }
        PostureClass posture = switch (activity) {
            case SITTING -> PostureClass.BAD;
            case WALKING -> PostureClass.NEUTRAL;
            default -> PostureClass.GOOD;
        };
        episode.advance(Observation.ofSitting(timeMillis, posture, holdMillis), rules, listener);
        toldUntil = timeMillis;
        toldBySpan = false;
    }

    /**
     * Takes a span as far as {@code untilMillis}, but for what was told of before. What an activity in it has said otherwise
     * counts for as long as that stands. Between two spans the wearer was up: a device that tells spans tells of all sitting
     * it sees.
     */
    void advance(long fromMillis, long untilMillis, EpisodeRules rules, EpisodeListener listener) {
        long from = fromMillis > toldUntil ? fromMillis : Math.max(toldUntil, episode.notBadUntil());
        if (untilMillis <= from) {
            return;
        }
        if (toldBySpan && from > toldUntil) {
            episode.advance(Observation.ofSitting(toldUntil, PostureClass.GOOD, from - toldUntil), rules, listener);
        }
        episode.advanceBy(Observation.ofSitting(from, PostureClass.BAD, untilMillis - from), rules, listener);
        toldUntil = untilMillis;
        toldBySpan = true;
    }

    void leave(long timeMillis, CloseReason reason, EpisodeRules rules, EpisodeListener listener) {
        long left = Math.max(timeMillis, toldUntil);
        episode.passTime(left, rules, listener);
        episode.leave(left, reason, rules, listener);
        toldUntil = left;
        toldBySpan = false;
    }

    void write(StateWriter out) {
        episode.write(out);
        out.time(toldUntil).truth(toldBySpan);
    }

    static SittingEpisode read(StateReader in) {
        SittingEpisode sitting = new SittingEpisode();
        sitting.episode = PostureEpisode.read(in);
        sitting.toldUntil = in.time();
        sitting.toldBySpan = in.truth();
        return sitting;
    }
}
