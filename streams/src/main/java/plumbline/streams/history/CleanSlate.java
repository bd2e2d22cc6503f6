package plumbline.streams.history;

import java.util.EnumMap;
import java.util.Map;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.detection.Stretch;

/**
 * From when on what is folded from the middle of a history is what it would be with all that came before: of each issue, since
 * nothing bad of it has been measured for so long that no episode is open and nothing is left to recover from. Event time,
 * milliseconds.
 */
final class CleanSlate {
    /** Where it never is. */
    static final long NEVER = Long.MAX_VALUE;

    private final Map<PostureIssue, Long> sinceMillis = new EnumMap<>(PostureIssue.class);
    private final Map<PostureIssue, Long> quietSinceMillis = new EnumMap<>(PostureIssue.class);
    private long allSinceMillis = NEVER;

    /** Nothing of before counts any more for any issue. */
    void restarts(long atMillis) {
        allSinceMillis = Math.min(allSinceMillis, atMillis);
    }

    /** A reading stood; {@code restMillis} without bad time leave nothing of what came before. */
    void stood(Stretch stretch, long restMillis) {
        PostureIssue issue = stretch.issue();
        sinceMillis.putIfAbsent(issue, NEVER);
        long quietSince = quietSinceMillis.computeIfAbsent(issue, first -> stretch.fromMillis());
        long quietUntil = stretch.isBad() ? stretch.fromMillis() : stretch.toMillis();
        if (quietUntil - quietSince >= restMillis) {
            sinceMillis.merge(issue, quietSince + restMillis, Math::min);
        }
        if (stretch.isBad()) {
            quietSinceMillis.put(issue, stretch.toMillis());
        }
    }

    /** From when on the episodes of an issue are the right ones. */
    long since(PostureIssue issue) {
        return Math.min(allSinceMillis, sinceMillis.getOrDefault(issue, NEVER));
    }

    /** From when on those of all issues are of which anything was measured. */
    long sinceAll() {
        return Math.min(
                allSinceMillis,
                sinceMillis.values().stream().mapToLong(since -> since).max().orElse(NEVER));
    }
}
