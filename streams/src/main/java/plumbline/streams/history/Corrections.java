package plumbline.streams.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import plumbline.contract.event.Episode;

/**
 * What has to be published so that the published history becomes the right one.
 *
 * @param changed episodes that are new or different, with a later revision, by their start
 * @param gone ids of episodes that were none
 */
public record Corrections(List<Episode> changed, List<String> gone) {
    /**
     * Compares.
     *
     * @param right every episode, by id
     * @param published the same as far as it was published
     * @param sinceMillis episodes that began earlier are left alone
     */
    public static Corrections between(Map<String, Episode> right, Map<String, Episode> published, long sinceMillis) {
        List<Episode> changed = new ArrayList<>();
        for (Episode episode : right.values()) {
            Episode known = published.get(episode.id());
            if (began(episode) >= sinceMillis && (known == null || !isSame(episode, known))) {
                changed.add(known == null ? episode : episode.withRevision(known.revision() + 1));
            }
        }
        changed.sort(Comparator.comparing(Episode::start).thenComparing(Episode::issue));
        List<String> gone = published.values().stream()
                .filter(known -> began(known) >= sinceMillis && !right.containsKey(known.id()))
                .map(Episode::id)
                .sorted()
                .toList();
        return new Corrections(changed, gone);
    }

    private static long began(Episode episode) {
        return episode.start().toEpochMilli();
    }

    private static boolean isSame(Episode episode, Episode known) {
        return episode.withRevision(known.revision()).equals(known);
    }
}
