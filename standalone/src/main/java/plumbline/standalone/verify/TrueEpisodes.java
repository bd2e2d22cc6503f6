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
 *       for sitting 60 s upright), and no lying down, taking off, or silence of the device.
 *   <li>A hole in what was sent, reading to reading, changes nothing up to {@code tolerated} (30 s). A longer one is
 *       bridged without credit up to {@code suspended} (5 min; sitting 10) where the issue is held after it.
 *   <li>A silence of more than {@code suspended} ends the episode, though its readings come later: they begin another.
 *       What the last reading before it stood for counts once, for the first of them.
 *   <li>What an episode leaves, less the good time since (walking twice), is carried to the next that begins within
 *       {@code forgotten} (60 min) of its end.
 * </ul>
 */
final class TrueEpisodes {
    private final EpisodeLimits limits;
    private final List<TrueEpisode> episodes = new ArrayList<>();
    private @Nullable Seen before;
    private @Nullable Open open;
    private long owedMillis;
    private long owedSinceMillis;
    private long countedUntilMillis;

    private TrueEpisodes(EpisodeLimits limits) {
        this.limits = limits;
    }

    /** All of them, those included that nobody would publish, in order. */
    static List<TrueEpisode> of(List<Seen> truth, EpisodeLimits limits) {
        TrueEpisodes joined = new TrueEpisodes(limits);
        truth.forEach(joined::take);
        return joined.episodes;
    }

    private static final class Open {
        private final Seen first;
        private final long carriedMillis;
        private long endMillis;
        private long badMillis;
        private boolean interrupted;
        private long interruptionMillis;
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
        } else {
            begin(next);
            count(
                    next.posing(),
                    Math.max(0, next.toMillis() - Math.max(next.fromMillis(), countedUntilMillis)),
                    next.toMillis());
            fallSilent(next);
        }
        before = next;
    }

    private void lookAtHole(Seen next) {
        if (before == null || before.posing() == Posing.AWAY) {
            return;
        }
        long hole = next.fromMillis() - before.lastMillis();
        boolean bridged = next.posing() == Posing.HELD && hole <= limits.suspended();
        if (hole > Math.max(limits.hold(), limits.tolerated()) && !bridged) {
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
            open.interruptionMillis = 0;
            open.recoveredMillis = 0;
        } else if (open != null && !open.interrupted) {
            open.interrupted = true;
            open.endMillis = next.fromMillis();
        }
    }

    private void count(Posing posing, long millis, long untilMillis) {
        long worth = posing == Posing.WALKING ? 2 * millis : millis;
        if (open == null) {
            owedMillis = Math.max(0, owedMillis - worth);
        } else if (posing == Posing.HELD) {
            open.badMillis += millis;
            open.endMillis = untilMillis;
        } else {
            open.interruptionMillis += millis;
            open.recoveredMillis += worth;
            if (open.interruptionMillis >= limits.close()) {
                close();
            }
        }
    }

    private void fallSilent(Seen last) {
        if (open != null && last.silentMillis() > limits.suspended()) {
            long standsUntil = last.lastMillis() + limits.hold();
            count(last.posing(), standsUntil - last.toMillis(), standsUntil);
            countedUntilMillis = standsUntil;
            close();
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
