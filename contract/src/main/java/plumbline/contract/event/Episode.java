package plumbline.contract.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;

/**
 * One stretch of one issue, a new revision each time it becomes active, long, changes level or closes.
 *
 * @param id {@code device/issue/startMillis}
 * @param end where the episode has come to; once closed, where it ended
 * @param badSeconds credited bad time; missing data never adds to it
 * @param carriedSeconds unrecovered exposure of earlier episodes that counts towards this one's level: their bad time less the time
 *     recovered since; of a neck with {@code forward-neck.dose=iso11226} a dose, in seconds at 20 to 25 degrees
 * @param meanDegrees over the credited bad time; the three angles are null where the issue has none
 * @param p95Degrees to within one degree
 * @param coverage measured time over wall time, tolerated interruptions included, 0 to 1
 * @param level 0 until long, then 1 to 3
 */
public record Episode(
        String id,
        DeviceId device,
        PostureIssue issue,
        EpisodeState state,
        Instant start,
        Instant end,
        double badSeconds,
        double carriedSeconds,
        @Nullable Double meanDegrees,
        @Nullable Double p95Degrees,
        @Nullable Double maxDegrees,
        double severeSeconds,
        int interruptions,
        double coverage,
        int level,
        @Nullable CloseReason closeReason,
        int revision) {
    /** Throws NullPointerException for a part that is missing. */
    public Episode {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(issue, "issue");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }

    public static String id(DeviceId device, PostureIssue issue, long startMillis) {
        return device + "/" + issue.word() + "/" + startMillis;
    }

    /** The same so much later, and so under another id. */
    public Episode later(long millis) {
        Instant moved = start.plusMillis(millis);
        return copy(id(device, issue, moved.toEpochMilli()), moved, end.plusMillis(millis), revision);
    }

    /** The same under another revision. */
    public Episode withRevision(int other) {
        return copy(id, start, end, other);
    }

    private Episode copy(String otherId, Instant otherStart, Instant otherEnd, int otherRevision) {
        return new Episode(
                otherId,
                device,
                issue,
                state,
                otherStart,
                otherEnd,
                badSeconds,
                carriedSeconds,
                meanDegrees,
                p95Degrees,
                maxDegrees,
                severeSeconds,
                interruptions,
                coverage,
                level,
                closeReason,
                otherRevision);
    }
}
