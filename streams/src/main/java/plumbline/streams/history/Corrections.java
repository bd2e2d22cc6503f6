package plumbline.streams.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;

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
     * @param published the last revision of each that was published
     * @param since event time in milliseconds; episodes of an issue that began earlier are left alone
     */
    static Corrections between(
            Map<String, Episode> right, Collection<Episode> published, ToLongFunction<PostureIssue> since) {
        Map<String, Episode> old = new HashMap<>();
        published.stream()
                .filter(episode -> isSince(episode, since))
                .forEach(episode -> old.put(episode.id(), episode));
        List<Episode> changed = new ArrayList<>();
        for (Episode episode : right.values()) {
            Episode known = old.get(episode.id());
            if (isSince(episode, since) && (known == null || !isSame(episode, known))) {
                changed.add(known == null ? episode : episode.withRevision(known.revision() + 1));
            }
        }
        changed.sort(Comparator.comparing(Episode::start).thenComparing(Episode::issue));
        List<String> gone = old.keySet().stream()
                .filter(id -> !right.containsKey(id))
                .sorted()
                .toList();
        return new Corrections(changed, gone);
    }

    private static boolean isSince(Episode episode, ToLongFunction<PostureIssue> since) {
        return episode.start().toEpochMilli() >= since.applyAsLong(episode.issue());
    }

    private static boolean isSame(Episode episode, Episode known) {
        return episode.withRevision(known.revision()).equals(known);
    }
}
