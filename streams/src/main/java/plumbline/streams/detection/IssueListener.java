package plumbline.streams.detection;

import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;

/** Tells of one issue's episodes under the name of device and issue. */
record IssueListener(DeviceId device, PostureIssue issue, PostureListener listener) implements EpisodeListener {
    @Override
    public void changed(PostureEpisode episode, @Nullable CloseReason reason) {
        listener.changed(episode.toEvent(device, issue, reason));
    }

    @Override
    public void stood(PostureEpisode episode, PostureClass posture, long fromMillis, long toMillis) {
        listener.stood(new Stretch(
                issue, posture, fromMillis, toMillis, episode.isActive(), episode.isOpen() ? episode.badMillis() : 0));
    }

    @Override
    public void hole() {
        listener.hole(issue);
    }
}
