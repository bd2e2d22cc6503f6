package plumbline.streams.detection;

import org.jspecify.annotations.Nullable;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.PostureClass;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * Tells how an open episode ends when nothing comes any more. The episode itself stays as it is: readings that were only
 * late on their way go on with it, and then that is told.
 */
final class Foretelling {
    /** The revision under which the end was told; 0 where it was not. */
    private int told;

    boolean isTold() {
        return told > 0;
    }

    void forget() {
        told = 0;
    }

    /** Tells the end that {@code copy}, a copy of the open episode, comes to at a time. */
    void tell(PostureEpisode copy, long endMillis, EpisodeRules rules, EpisodeListener listener) {
        told = 1;
        copy.leave(endMillis, CloseReason.GAP, rules, new EpisodeListener() {
            @Override
            public void changed(PostureEpisode episode, @Nullable CloseReason reason) {
                told = episode.revision();
                listener.changed(episode, reason);
            }

            /** What the last reading stood for is told once the next one comes. */
            @Override
            public void stood(PostureEpisode episode, PostureClass posture, long fromMillis, long toMillis) {}

            @Override
            public void hole() {}
        });
    }

    /**
     * Something comes after all.
     *
     * @param ends whether it finds the episode ended just where the silence did
     * @return who hears of what follows: an end that was told is not told again
     */
    EpisodeListener listener(PostureEpisode episode, boolean ends, EpisodeListener listener) {
        if (!isTold()) {
            return listener;
        }
        int revision = told;
        told = 0;
        if (ends) {
            return withoutChanges(listener);
        }
        episode.goesOnAfter(revision, listener);
        return listener;
    }

    private static EpisodeListener withoutChanges(EpisodeListener listener) {
        return new EpisodeListener() {
            @Override
            public void changed(PostureEpisode episode, @Nullable CloseReason reason) {}

            @Override
            public void stood(PostureEpisode episode, PostureClass posture, long fromMillis, long toMillis) {
                listener.stood(episode, posture, fromMillis, toMillis);
            }

            @Override
            public void hole() {
                listener.hole();
            }
        };
    }

    void write(StateWriter out) {
        out.number(told);
    }

    static Foretelling read(StateReader in) {
        Foretelling foretelling = new Foretelling();
        foretelling.told = in.isSince(3) ? in.integer() : 0;
        return foretelling;
    }
}
