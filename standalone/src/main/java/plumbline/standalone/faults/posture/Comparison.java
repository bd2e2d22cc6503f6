package plumbline.standalone.faults.posture;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;

/**
 * What was expected beside what was seen.
 *
 * @param sent uploads that arrived
 * @param twice reminders published more than once
 * @param episodes how many were expected to end
 * @param otherEpisodes ids of those that ended otherwise, or not at all, or alone on one side
 * @param past episodes that ended long before the wearers began, as late uploads tell of
 * @param otherPast ids of those of them that ended otherwise than is to be expected, or not at all, or alone on one side
 * @param strangeEpisodes ids that do not follow from the script, or that follow and were not seen
 */
public record Comparison(
        long sent,
        int expected,
        int seen,
        Set<String> missing,
        Set<String> extra,
        long twice,
        int episodes,
        Set<String> otherEpisodes,
        int past,
        Set<String> otherPast,
        Set<String> strangeEpisodes) {
    private static final Duration LONG_BEFORE = Duration.ofMinutes(10);

    /**
     * Compares.
     *
     * @param script ids of the episodes that follow from what the wearers do
     * @param begin when the wearers began
     * @param disturbance what befell their uploads
     */
    static Comparison of(
            long sent, Told expected, Told seen, Set<String> script, Instant begin, Disturbance disturbance) {
        Predicate<DeviceId> devices = disturbance::spares;
        Set<String> due = expected.reminders(devices).keySet();
        Map<String, Integer> came = seen.reminders(devices);
        Map<String, Episode> ended = expected.closed(devices);
        Map<String, Episode> endedSeen = seen.closed(devices);
        Map<String, Episode> pastSeen = new HashMap<>(endedSeen);
        pastSeen.values().removeIf(episode -> !episode.start().isBefore(begin.minus(LONG_BEFORE)));
        endedSeen.keySet().removeAll(pastSeen.keySet());
        return new Comparison(
                sent,
                due.size(),
                came.size(),
                without(due, came.keySet()),
                without(came.keySet(), due),
                came.values().stream().filter(times -> times > 1).count(),
                ended.size(),
                different(ended, endedSeen),
                pastSeen.size(),
                different(ofNoRevision(disturbance.past(ended.values())), ofNoRevision(pastSeen.values())),
                strange(script, endedSeen));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    private static Set<String> different(Map<String, Episode> some, Map<String, Episode> others) {
        Map<String, Episode> all = new HashMap<>(some);
        all.putAll(others);
        all.keySet().removeIf(id -> Objects.equals(some.get(id), others.get(id)));
        return new TreeSet<>(all.keySet());
    }

    private static Map<String, Episode> ofNoRevision(Collection<Episode> episodes) {
        Map<String, Episode> byId = new HashMap<>();
        episodes.forEach(episode -> byId.put(episode.id(), episode.withRevision(0)));
        return byId;
    }

    /** The script says nothing of sitting. */
    private static Set<String> strange(Set<String> script, Map<String, Episode> seen) {
        Set<String> found = new HashSet<>();
        seen.values().stream()
                .filter(episode -> episode.issue() != PostureIssue.PROLONGED_SITTING)
                .forEach(episode -> found.add(episode.id()));
        Set<String> strange = without(found, script);
        strange.addAll(without(script, found));
        return strange;
    }

    /** Whether nothing that was expected is still to come. */
    public boolean isComplete() {
        return missing.isEmpty() && otherEpisodes.isEmpty() && otherPast.isEmpty() && strangeEpisodes.isEmpty();
    }
}
