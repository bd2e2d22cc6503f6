package plumbline.standalone.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long an issue was truly held on each date, and how far off a faithful count may be.
 *
 * <p>A change of posture is seen with the next reading. So each time the issue begins to be held, less than the time
 * between the readings around it goes missing; each time it ends, at most so much is added. At one reading a second that
 * is a second for each; where an angle is missing two, around a restart of the device nine.
 *
 * <p>Of an episode over midnight nobody but a day's ledger knows which part was interrupted: at most all its interruptions
 * more, either way.
 */
final class TrueDays {
    private final EpisodeLimits limits;
    private final LocalDays days;
    private final TreeMap<Long, TrueEpisode> episodes = new TreeMap<>();
    private final Map<LocalDate, TrueDay> sums = new TreeMap<>();

    private TrueDays(EpisodeLimits limits, LocalDays days) {
        this.limits = limits;
        this.days = days;
    }

    static Map<LocalDate, TrueDay> of(
            List<Seen> truth, List<TrueEpisode> episodes, EpisodeLimits limits, LocalDays days) {
        TrueDays sums = new TrueDays(limits, days);
        episodes.forEach(episode -> sums.episodes.put(episode.startMillis(), episode));
        truth.stream().filter(seen -> seen.posing() != Posing.AWAY).forEach(sums::add);
        episodes.stream().filter(limits::isPublished).forEach(sums::overMidnight);
        return sums.sums;
    }

    private void add(Seen seen) {
        Map.Entry<Long, TrueEpisode> episode = episodes.floorEntry(seen.fromMillis());
        if (seen.posing() != Posing.HELD || episode == null || !limits.isPublished(episode.getValue())) {
            return;
        }
        days.split(seen.trueFromMillis(), seen.trueToMillis(), (date, millis) -> add(date, TrueDay.held(millis)));
        change(seen.trueFromMillis(), seen.fromMillis(), TrueDay.missed(seen.mostMissed()));
        change(seen.trueToMillis(), seen.toMillis(), TrueDay.added(seen.mostAdded()));
    }

    /** A change that is seen on the next date touches both. */
    private void change(long trulyMillis, long seenMillis, TrueDay unsure) {
        add(trulyMillis, unsure);
        if (!days.date(seenMillis).equals(days.date(trulyMillis))) {
            add(seenMillis, unsure);
        }
    }

    private void overMidnight(TrueEpisode episode) {
        if (!days.date(episode.startMillis()).equals(days.date(episode.endMillis()))) {
            long interrupted = episode.endMillis() - episode.startMillis() - episode.badMillis();
            days.split(
                    episode.startMillis(),
                    episode.endMillis(),
                    (date, millis) -> add(date, TrueDay.unsure(interrupted)));
        }
    }

    private void add(long atMillis, TrueDay day) {
        add(days.date(atMillis), day);
    }

    private void add(LocalDate date, TrueDay day) {
        sums.merge(date, day, TrueDay::plus);
    }
}
