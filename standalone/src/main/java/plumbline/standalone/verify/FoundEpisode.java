package plumbline.standalone.verify;

import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureIssue;

/** An episode as the machine left it: as it was published last. */
record FoundEpisode(Episode last) {
    /** A level is kept once reached, so this tells whether it ever was. */
    boolean isLong() {
        return last.level() > 0;
    }

    boolean isClosed() {
        return last.state() == EpisodeState.CLOSED;
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
