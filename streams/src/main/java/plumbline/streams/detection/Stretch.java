package plumbline.streams.detection;

import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;

/**
 * The time for which one reading stood; event time of the device.
 *
 * @param ofEpisode whether an episode was open then that had become active
 * @param episodeMillis bad time of the open episode before it; 0 where none was open
 */
public record Stretch(
        PostureIssue issue,
        PostureClass posture,
        long fromMillis,
        long toMillis,
        boolean ofEpisode,
        long episodeMillis) {
    public boolean isBad() {
        return posture == PostureClass.BAD;
    }

    public long millis() {
        return toMillis - fromMillis;
    }
}
