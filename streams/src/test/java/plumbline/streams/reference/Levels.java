package plumbline.streams.reference;

import java.util.ArrayList;
import java.util.List;
import plumbline.streams.reference.IssueHistory.Standing;
import plumbline.streams.settings.RuleSetting;

/** The levels of section 3, once all episodes are known: at each observation the level that the open episode has by then. */
final class Levels {
    private static final int MOST = 3;

    private Levels() {}

    /** Sitting, which nothing else makes worse. */
    static List<Integer> alone(IssueHistory history) {
        return of(history, new IssueHistory(history.numbers, List.of()));
    }

    /**
     * Neck or shoulders. Both have one observation a reading.
     *
     * @param other the one of the two that {@code history} is not
     */
    static List<Integer> of(IssueHistory history, IssueHistory other) {
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < history.standings.size(); i++) {
            raise(history.endings.getOrDefault(i, Standing.NONE), false, history);
            Standing standing = history.standings.get(i);
            boolean isOtherLong =
                    i < other.standings.size() && other.standings.get(i).isLong();
            raise(standing, isOtherLong, history);
            levels.add(standing.episode() == null ? 0 : standing.episode().level);
        }
        raise(history.endings.getOrDefault(history.standings.size(), Standing.NONE), false, history);
        return levels;
    }

    /** At once, twice and four times the long time; severe and together one more; never lower than before. */
    private static void raise(Standing standing, boolean isOtherLong, IssueHistory history) {
        ReferenceEpisode episode = standing.episode();
        if (episode == null || !standing.isLong()) {
            return;
        }
        long times = standing.exposureMillis() / history.numbers.longMillis();
        int level = times >= 4 ? 3 : times >= 2 ? 2 : 1;
        boolean isSevere = standing.severeMillis() >= history.numbers.settings().millis(RuleSetting.EPISODE_SEVERE);
        level += isSevere || isOtherLong ? 1 : 0;
        episode.level = Math.max(episode.level, Math.min(MOST, level));
    }
}
