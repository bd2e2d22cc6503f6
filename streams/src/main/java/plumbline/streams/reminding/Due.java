package plumbline.streams.reminding;

import java.time.Duration;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.streams.detection.EpisodeRules;
import plumbline.streams.detection.PostureEpisode;
import plumbline.streams.settings.Dose;

/**
 * One issue whose next reminder is due, or nearly so.
 *
 * @param suspect whether the sensor that tells of it seems to have moved since it was calibrated
 */
record Due(PostureIssue issue, PostureEpisode episode, IssueLedger ledger, EpisodeRules rules, boolean suspect) {
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

    /** The exposure after which the next step is due. */
    long longAfter() {
        return rules.longAfter();
    }

    /** How long it has lasted, with the time carried over from before a short break; a dose that was is no time. */
    Duration lasting() {
        return Duration.ofMillis(episode.badMillis() + (carriesDose() ? 0 : episode.carriedMillis()));
    }

    boolean isCarriedOn() {
        return episode.carriedMillis() > 0;
    }

    /** Whether what is carried over is a dose, in which steep angles count for more than their time. */
    boolean carriesDose() {
        return rules.dose() != Dose.TIME;
    }

    int level() {
        return Math.max(1, episode.level());
    }
}
