package plumbline.streams.reminding;

import java.time.Duration;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.streams.detection.PostureEpisode;

/**
 * One issue whose next reminder is due, or nearly so.
 *
 * @param suspect whether the sensor that tells of it seems to have moved since it was calibrated
 */
record Due(PostureIssue issue, PostureEpisode episode, IssueLedger ledger, long longAfter, boolean suspect) {
    /** Whether the next step is reached when {@code within} more milliseconds of exposure count. */
    boolean isDue(long within, int mostSteps) {
        return episode.isBadNow() && ledger.isDue(episode.exposureMillis() + within, mostSteps);
    }

    String episodeId(Moment moment) {
        return Episode.id(moment.device(), issue, episode.startMillis());
    }

    String reminderId(Moment moment) {
        return Reminder.id(episodeId(moment), ledger.nextStep());
    }

    /** How long it has lasted, with the time carried over from before a short break. */
    Duration lasting() {
        return Duration.ofMillis(episode.badMillis() + episode.carriedMillis());
    }

    boolean isCarriedOn() {
        return episode.carriedMillis() > 0;
    }

    int level() {
        return Math.max(1, episode.level());
    }
}
