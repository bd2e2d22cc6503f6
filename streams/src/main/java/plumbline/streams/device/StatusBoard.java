package plumbline.streams.device;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.DeviceStatus.IssueStatus;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** What was last said of a device, so that its status is published on change, else once in a while. */
final class StatusBoard {
    private static final List<PostureClass> CLASSES = List.of(PostureClass.values());

    private static final long NEVER = -1;

    private final Map<PostureIssue, PostureClass> postures = new EnumMap<>(PostureIssue.class);
    private final Map<PostureIssue, Long> since = new EnumMap<>(PostureIssue.class);
    private boolean worn;
    private long publishedMillis = NEVER;
    private boolean suspect;

    StatusBoard() {
        for (PostureIssue issue : PostureIssue.values()) {
            postures.put(issue, PostureClass.UNKNOWN);
            since.put(issue, 0L);
        }
    }

    /** The status to publish, or nothing where nothing changed and the last one is no older than {@code every}. */
    Optional<DeviceStatus> update(
            DeviceId device, EpisodeTracker tracker, long arrivalMillis, int battery, long everyMillis) {
        long now = tracker.newestMillis();
        boolean wornNow = tracker.activity() != Activity.OFF_BODY;
        boolean first = publishedMillis < 0;
        boolean suspectNow = tracker.isCalibrationSuspect();
        boolean changed = first || wornNow != worn || suspectNow != suspect;
        worn = wornNow;
        suspect = suspectNow;
        for (PostureIssue issue : PostureIssue.values()) {
            changed |= note(issue, tracker.episode(issue).postureAt(now), now, first);
        }
        if (!changed && now - publishedMillis < everyMillis) {
            return Optional.empty();
        }
        publishedMillis = now;
        return Optional.of(new DeviceStatus(
                device,
                Instant.ofEpochMilli(now),
                Instant.ofEpochMilli(arrivalMillis),
                worn,
                tracker.activity(),
                degrees(tracker.neckDecidegrees()),
                degrees(tracker.shoulderDecidegrees()),
                issues(),
                suspect,
                battery < 0 ? null : battery));
    }

    private boolean note(PostureIssue issue, PostureClass posture, long now, boolean first) {
        if (postures.put(issue, posture) == posture && !first) {
            return false;
        }
        since.put(issue, now);
        return true;
    }

    private Map<PostureIssue, IssueStatus> issues() {
        Map<PostureIssue, IssueStatus> issues = new EnumMap<>(PostureIssue.class);
        postures.forEach((issue, posture) -> issues.put(
                issue, new IssueStatus(posture, Instant.ofEpochMilli(Objects.requireNonNull(since.get(issue))))));
        return issues;
    }

    private static @Nullable Double degrees(int decidegrees) {
        return decidegrees == AngleColumn.MISSING ? null : decidegrees / 10.0;
    }

    void write(StateWriter out) {
        out.truth(worn).time(Math.max(0, publishedMillis));
        postures.values().forEach(out::word);
        since.values().forEach(out::time);
        out.truth(suspect);
    }

    static StatusBoard read(StateReader in) {
        StatusBoard board = new StatusBoard();
        board.worn = in.truth();
        long published = in.time();
        board.publishedMillis = published == 0 ? NEVER : published;
        board.postures.replaceAll((issue, unknown) -> in.word(CLASSES));
        board.since.replaceAll((issue, zero) -> in.time());
        board.suspect = in.isSince(3) && in.truth();
        return board;
    }
}
