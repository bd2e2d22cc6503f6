package plumbline.streams.detection;

import org.jspecify.annotations.Nullable;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.PostureClass;

/** Hears of an episode while it still holds its figures: every change worth publishing, and what its readings stood for. */
interface EpisodeListener {
    /**
     * The episode became active, long or changed its level, or closes.
     *
     * @param reason null while it goes on
     */
    void changed(PostureEpisode episode, @Nullable CloseReason reason);

    /** A reading stood until now; told before the episode takes it into account. */
    void stood(PostureEpisode episode, PostureClass posture, long fromMillis, long toMillis);

    /** What comes next does not go on from the last reading: nothing is known in between, or it does not compare. */
    void hole();
}
