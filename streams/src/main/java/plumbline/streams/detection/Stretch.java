package plumbline.streams.detection;

import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;

/**
 * The time for which one reading stood; event time of the device.
 *
 * @param ofEpisode whether an episode was open then that had become active
 */
public record Stretch(PostureIssue issue, PostureClass posture, long fromMillis, long toMillis, boolean ofEpisode) {
    public boolean isBad() {
        return posture == PostureClass.BAD;
    }

    public long millis() {
        return toMillis - fromMillis;
    }
}
