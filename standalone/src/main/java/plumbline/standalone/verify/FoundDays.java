package plumbline.standalone.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long an issue was held on each date, as far as the published episodes tell: an episode over midnight counts for
 * both dates in proportion. Candidates that came to nothing are not published, so they are in no sum.
 */
final class FoundDays {
    private FoundDays() {}

    /** Milliseconds by date. */
    static Map<LocalDate, Long> of(List<FoundEpisode> episodes, LocalDays days) {
        Map<LocalDate, Long> sums = new TreeMap<>();
        for (FoundEpisode episode : episodes) {
            double share = (double) episode.badMillis() / (episode.endMillis() - episode.startMillis());
            days.split(
                    episode.startMillis(),
                    episode.endMillis(),
                    (date, millis) -> sums.merge(date, Math.round(millis * share), Long::sum));
        }
        return sums;
    }
}
