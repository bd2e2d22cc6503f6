package plumbline.streams.summary;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plumbline.contract.device.Activity;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.detection.Standing;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;
import plumbline.streams.summary.MeasuredTime.Kind;

/**
 * What was measured in one day, from credited time alone. At the day's end the newest reading of each issue counts as far
 * as it stood before midnight; when it is credited later, only the rest counts, for the next day.
 */
final class MeasuredDay {

    private final long startMillis;
    private MeasuredTime time = new MeasuredTime();
    private final Map<PostureIssue, IssueDay> issues = new EnumMap<>(PostureIssue.class);

    private MeasuredDay(long startMillis) {
        this.startMillis = startMillis;
    }

    /** A day that begins at {@code startMillis}; an episode may be open already. */
    static MeasuredDay begin(long startMillis, EpisodeTracker tracker) {
        MeasuredDay day = new MeasuredDay(startMillis);
        for (PostureIssue issue : PostureIssue.values()) {
            Optional<Standing> standing = tracker.episode(issue).standing();
            long before = standing.map(newest -> newest.episodeMillis() + newest.badUntil(startMillis))
                    .orElse(0L);
            day.issues.put(issue, new IssueDay(before));
        }
        return day;
    }

    /** The day after this one. */
    MeasuredDay next(long nextStartMillis, EpisodeTracker tracker) {
        MeasuredDay next = begin(nextStartMillis, tracker);
        next.time = time.from(nextStartMillis - startMillis);
        return next;
    }

    void read(long timeMillis, Activity activity, long holdMillis) {
        time.read(timeMillis - startMillis, Kind.of(activity), holdMillis);
    }

    /** Bad time of an open episode that had {@code episodeMillis} of it before; what lies before the day was counted there. */
    void bad(PostureIssue issue, long fromMillis, long toMillis, long episodeMillis, DayRules rules) {
        IssueDay day = issue(issue);
        if (episodeMillis == 0 || fromMillis < startMillis) {
            day.episodeHadBefore(episodeMillis + Math.max(0, Math.min(toMillis, startMillis) - fromMillis));
        }
        long from = Math.max(fromMillis, startMillis) - startMillis;
        long to = toMillis - startMillis;
        day.add(from, to, episodeMillis + toMillis - fromMillis, rules.active());
        if (issue == PostureIssue.PROLONGED_SITTING) {
            time.told(from, to, Kind.WORN);
        }
    }

    /** Time upright, which only spans tell of without a reading of their own. */
    void upright(long fromMillis, long toMillis) {
        time.told(Math.max(fromMillis, startMillis) - startMillis, toMillis - startMillis, Kind.OFF_BODY);
    }

    /** Counts what the newest readings stood for until the day's end, though the next ones are still to come. */
    void settle(long endMillis, EpisodeTracker tracker, DayRules rules) {
        time.settle(endMillis - startMillis);
        for (PostureIssue issue : PostureIssue.values()) {
            Standing newest = tracker.episode(issue).standing().orElse(null);
            if (newest != null && newest.badUntil(endMillis) > 0) {
                long to = newest.fromMillis() + newest.badUntil(endMillis);
                bad(issue, newest.fromMillis(), to, newest.episodeMillis(), rules);
            }
        }
    }

    /** Whether a reading taken before may stand beyond a time. */
    boolean standsBeyond(long millis, EpisodeTracker tracker) {
        if (time.standsBeyond(millis - startMillis)) {
            return true;
        }
        for (PostureIssue issue : PostureIssue.values()) {
            Standing newest = tracker.episode(issue).standing().orElse(null);
            if (newest != null && newest.bad() && newest.fromMillis() < millis && newest.endMillis() > millis) {
                return true;
            }
        }
        return false;
    }

    boolean isAnything() {
        return time.isAnything() || issues.values().stream().anyMatch(IssueDay::isAnything);
    }

    long startMillis() {
        return startMillis;
    }

    /** Event time up to which the day has come. */
    long untilMillis() {
        return startMillis + time.until();
    }

    DaySummary.Measured toEvent() {
        Map<PostureIssue, DaySummary.OfIssue> figures = new EnumMap<>(PostureIssue.class);
        issues.forEach((issue, day) -> {
            if (day.isAnything()) {
                figures.put(issue, day.toEvent());
            }
        });
        return new DaySummary.Measured(
                time.isAnything() ? Instant.ofEpochMilli(startMillis + time.first()) : null,
                time.isAnything() ? Instant.ofEpochMilli(untilMillis()) : null,
                time.worn() / 1000.0,
                time.walking() / 1000.0,
                time.coverage(),
                figures);
    }

    private IssueDay issue(PostureIssue issue) {
        return Objects.requireNonNull(issues.get(issue));
    }

    /** The same, to be changed on its own. */
    MeasuredDay copy() {
        StateWriter out = new StateWriter();
        write(out);
        return read(new StateReader(out.toBytes()));
    }

    void write(StateWriter out) {
        out.time(startMillis);
        time.write(out);
        issues.values().forEach(day -> day.write(out));
    }

    static MeasuredDay read(StateReader in) {
        MeasuredDay day = new MeasuredDay(in.time());
        day.time = MeasuredTime.read(in);
        for (PostureIssue issue : PostureIssue.values()) {
            day.issues.put(issue, IssueDay.read(in));
        }
        return day;
    }
}
