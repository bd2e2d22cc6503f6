package plumbline.streams.detection;

import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.PostureClass;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** The episode of one issue that an angle tells of: neck or shoulders. */
final class AngleEpisode {
    private AngleSensor sensor = new AngleSensor();
    private PostureEpisode episode = new PostureEpisode();

    PostureEpisode episode() {
        return episode;
    }

    /** The newest angle in tenths of a degree, for display. */
    int newest() {
        return sensor.newest();
    }

    /** Takes one reading; a missing angle leaves a hole, walking is neutral. */
    void advance(
            TimedAngle angle,
            Activity activity,
            AngleThresholds thresholds,
            EpisodeRules rules,
            EpisodeListener listener,
            DroppedAngles dropped) {
        int believed = sensor.take(angle.decidegrees(), dropped);
        if (activity == Activity.WALKING) {
            advance(angle, PostureClass.NEUTRAL, rules, listener);
        } else if (believed != AngleColumn.MISSING) {
            advance(angle, sensor.classify(believed, thresholds), rules, listener);
        }
    }

    private void advance(TimedAngle angle, PostureClass posture, EpisodeRules rules, EpisodeListener listener) {
        episode.advance(
                new Observation(angle.timeMillis(), posture, angle.decidegrees(), angle.holdMillis()), rules, listener);
    }

    void leave(long timeMillis, CloseReason reason, EpisodeRules rules, EpisodeListener listener) {
        episode.leave(timeMillis, reason, rules, listener);
        sensor.forget();
    }

    /** After a long hole the next angle is judged for itself. */
    void forget() {
        sensor.forget();
    }

    void write(StateWriter out) {
        sensor.write(out);
        episode.write(out);
    }

    static AngleEpisode read(StateReader in) {
        AngleEpisode angle = new AngleEpisode();
        angle.sensor = AngleSensor.read(in);
        angle.episode = PostureEpisode.read(in);
        return angle;
    }
}
