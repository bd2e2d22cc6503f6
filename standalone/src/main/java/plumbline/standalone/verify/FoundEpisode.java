package plumbline.standalone.verify;

import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureIssue;

/**
 * An episode as the machine left it.
 *
 * @param isLong whether it ever was
 */
record FoundEpisode(Episode last, boolean isLong) {
    static FoundEpisode of(Episode first) {
        return new FoundEpisode(first, first.state() == EpisodeState.LONG);
    }

    FoundEpisode then(FoundEpisode next) {
        return new FoundEpisode(next.last, isLong || next.isLong);
    }

    PostureIssue issue() {
        return last.issue();
    }

    long startMillis() {
        return last.start().toEpochMilli();
    }

    long endMillis() {
        return last.end().toEpochMilli();
    }

    long badMillis() {
        return Math.round(last.badSeconds() * 1_000);
    }

    long carriedMillis() {
        return Math.round(last.carriedSeconds() * 1_000);
    }
}
