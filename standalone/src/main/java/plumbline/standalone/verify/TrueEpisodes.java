package plumbline.standalone.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins what was really held to episodes, by the rules as they are written down, and knows nothing of the code that
 * follows them:
 *
 * <ul>
 *   <li>Two held parts are one episode where less than {@code close} of good posture or walking lies between them (30 s;
 *       for sitting 60 s upright), and no lying down or taking off.
 *   <li>A hole in what was sent, reading to reading, changes nothing up to {@code tolerated} (30 s). A longer one is
 *       bridged without credit up to {@code suspended} (5 min; sitting 10) where the issue is held after it.
 *   <li>What an episode leaves, less the good time since (walking twice), is carried to the next that begins within
 *       {@code forgotten} (60 min) of its end. Of sitting {@code clears} (2 min) upright on end leave nothing, with what
 *       of them closed the episode.
 * </ul>
 */
final class TrueEpisodes {
    private final EpisodeLimits limits;
    private final List<TrueEpisode> episodes = new ArrayList<>();
    private @Nullable Seen before;
    private @Nullable Open open;
    private long owedMillis;
    private long owedSinceMillis;
    private long goodRunMillis;

    private TrueEpisodes(EpisodeLimits limits) {
        this.limits = limits;
    }

    /** All of them, those included that nobody would publish, in order. */
    static List<TrueEpisode> of(List<Seen> truth, EpisodeLimits limits) {
        TrueEpisodes joined = new TrueEpisodes(limits);
        truth.forEach(joined::take);
        joined.close();
        return joined.episodes;
    }

    private static final class Open {
        private final Seen first;
        private final long carriedMillis;
        private long endMillis;
        private long badMillis;
        private boolean interrupted;
        private long recoveredMillis;

        private Open(Seen first, long carriedMillis) {
            this.first = first;
            this.carriedMillis = carriedMillis;
        }
    }

    private void take(Seen next) {
        lookAtHole(next);
        if (next.posing() == Posing.AWAY) {
            close();
            goodRunMillis = 0;
        } else {
            begin(next);
            count(next);
        }
        before = next;
    }

    private void lookAtHole(Seen next) {
        if (before == null || before.posing() == Posing.AWAY) {
            return;
        }
        long hole = next.fromMillis() - before.lastMillis();
        boolean bridged = next.posing() == Posing.HELD && hole <= limits.suspended();
        if (hole > Math.max(EpisodeLimits.HOLD_MILLIS, limits.tolerated()) && !bridged) {
            close();
        }
    }

    private void begin(Seen next) {
        if (next.posing() == Posing.HELD) {
            if (open == null) {
                boolean forgotten = next.fromMillis() - owedSinceMillis >= limits.forgotten();
                open = new Open(next, forgotten ? 0 : owedMillis);
                owedMillis = 0;
            }
            open.interrupted = false;
            open.recoveredMillis = 0;
            goodRunMillis = 0;
        } else if (open != null && !open.interrupted) {
            open.interrupted = true;
            open.endMillis = next.fromMillis();
        }
    }

    private void count(Seen next) {
        long millis = next.toMillis() - next.fromMillis();
        if (open != null && next.posing() == Posing.HELD) {
            open.badMillis += millis;
            open.endMillis = next.toMillis();
        } else {
            recover(millis, next.posing() == Posing.WALKING ? 2 * millis : millis);
        }
    }

    private void recover(long millis, long worthMillis) {
        goodRunMillis += millis;
        if (open != null) {
            open.recoveredMillis += worthMillis;
            if (goodRunMillis >= limits.close()) {
                close();
            }
        } else {
            owedMillis = Math.max(0, owedMillis - worthMillis);
        }
        if (open == null && goodRunMillis >= limits.clears()) {
            owedMillis = 0;
        }
    }

    private void close() {
        if (open != null) {
            TrueEpisode closed = new TrueEpisode(
                    limits.issue(),
                    open.first.trueFromMillis(),
                    open.first.fromMillis(),
                    open.endMillis,
                    open.badMillis,
                    open.carriedMillis);
            owedMillis = Math.max(0, closed.exposureMillis() - open.recoveredMillis);
            owedSinceMillis = closed.endMillis();
            episodes.add(closed);
            open = null;
        }
    }
}
