package plumbline.streams.detection;

import org.jspecify.annotations.Nullable;
import plumbline.contract.event.CloseReason;

/** Hears of every change of an episode that is worth publishing, while the episode still holds its figures. */
interface EpisodeListener {
    /**
     * The episode became active, long or changed its level, or closes.
     *
     * @param reason null while it goes on
     */
    void changed(PostureEpisode episode, @Nullable CloseReason reason);
}
