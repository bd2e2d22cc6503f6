package plumbline.streams.reference;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.streams.reference.IssueHistory.Standing;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/**
 * The fifth section of docs/detection.md: with every upload it is decided afresh what is due and may go out. Not modelled,
 * and never asked for by the cases: answers, breaks of the wearer's own, reminders that are ignored, and sensors that moved.
 */
final class ReferenceReminders {
    private static final int LEVEL_WITH_EXTRA = 3;
    private static final List<PostureIssue> MOVEMENT_FIRST =
            List.of(PostureIssue.PROLONGED_SITTING, PostureIssue.FORWARD_NECK, PostureIssue.ROUNDED_SHOULDERS);

    final List<ReferenceReminder> raised = new ArrayList<>();

    private final DeviceId device;
    private final Profile profile;
    private final RuleSettings settings;
    private final ZoneId zone;
    private final Map<PostureIssue, IssueHistory> histories;
    private final Map<PostureIssue, List<Integer>> levels;
    private final CleanOrder order;
    private final Map<ReferenceEpisode, Told> toldOf = new HashMap<>();

    /** One issue whose episode has come to a further step, or will have within the time that merges. */
    private record Due(
            PostureIssue issue, ReferenceEpisode episode, int step, int level, long exposureMillis, boolean isNow) {}

    /** What the wearer was told of one episode, and how long it was when they were told last. */
    private record Told(int steps, long exposureMillis) {
        static final Told NOTHING = new Told(0, 0);
    }

    ReferenceReminders(
            DeviceId device,
            Profile profile,
            RuleSettings settings,
            ZoneId zone,
            CleanOrder order,
            Map<PostureIssue, IssueHistory> histories,
            Map<PostureIssue, List<Integer>> levels) {
        this.device = device;
        this.profile = profile;
        this.settings = settings;
        this.zone = zone;
        this.order = order;
        this.histories = histories;
        this.levels = levels;
        long newestMillis = Long.MIN_VALUE;
        for (int upload = 0; upload < order.uploads.size(); upload++) {
            newestMillis = Math.max(newestMillis, order.uploads.get(upload).newestMillis());
            decide(upload, newestMillis);
        }
    }

    private void decide(int upload, long nowMillis) {
        List<Due> allowed = new ArrayList<>();
        for (PostureIssue issue : MOVEMENT_FIRST) {
            Due due = due(issue, upload);
            if (due != null && !isHeldBack(due, upload, nowMillis)) {
                allowed.add(due);
            }
        }
        if (allowed.stream().noneMatch(Due::isNow)) {
            return;
        }
        Due first = allowed.get(0);
        allowed.forEach(due -> toldOf.put(due.episode, new Told(due.step, due.exposureMillis)));
        raised.add(new ReferenceReminder(
                device + "/" + first.issue.word() + "/" + first.episode.startMillis + "/" + first.step,
                nowMillis,
                allowed.stream().map(Due::issue).toList(),
                Math.max(1, first.level)));
    }

    /** On becoming long, and again after each further long time, while the newest reading is bad. */
    private Due due(PostureIssue issue, int upload) {
        IssueHistory history = histories.get(issue);
        int at = newestOf(history, upload);
        if (at < 0) {
            return null;
        }
        Standing standing = history.standings.get(at);
        ReferenceEpisode episode = standing.episode();
        if (episode == null || !standing.isActive() || !standing.isBad()) {
            return null;
        }
        Told told = toldOf.getOrDefault(episode, Told.NOTHING);
        int step = told.steps + 1;
        long missing = told.exposureMillis + history.numbers.longMillis() - standing.exposureMillis();
        if (step > settings.count(RuleSetting.REMINDER_STEPS) || missing > settings.millis(RuleSetting.MERGE_WITHIN)) {
            return null;
        }
        return new Due(issue, episode, step, levels.get(issue).get(at), standing.exposureMillis(), missing <= 0);
    }

    /** The newest there is of the issue once an upload is in; of sitting, what spans may yet tell otherwise is left out. */
    private static int newestOf(IssueHistory history, int upload) {
        int at = history.observations.size() - 1;
        while (at >= 0 && (history.observations.get(at).upload() > upload || isNoNews(history, at))) {
            at--;
        }
        return at;
    }

    private static boolean isNoNews(IssueHistory history, int at) {
        return history.numbers.isSitting()
                && history.observations.get(at).says() == Says.NOTHING
                && !history.endings.containsKey(at);
    }

    private boolean isHeldBack(Due due, int upload, long nowMillis) {
        return isStale(due.issue, upload, nowMillis)
                || isAway(nowMillis)
                || isDuring(RuleSetting.QUIET_FROM, RuleSetting.QUIET_TO, nowMillis)
                || !isAtWork(nowMillis)
                || isDuring(RuleSetting.LUNCH_FROM, RuleSetting.LUNCH_TO, nowMillis)
                || isOverCap(due, nowMillis)
                || isCoolingDown(due.issue, nowMillis);
    }

    /** The upload came too late, or was taken offline; or too long ago was anything measured of the issue. */
    private boolean isStale(PostureIssue issue, int upload, long nowMillis) {
        IssueHistory history = histories.get(issue);
        int at = newestOf(history, upload);
        while (history.observations.get(at).says() == Says.NOTHING) {
            at--;
        }
        Observation newest = history.observations.get(at);
        Arrival arrival = order.uploads.get(upload);
        return arrival.upload().historical()
                || arrival.atMillis() - nowMillis > history.numbers.freshMillis()
                || nowMillis - newest.timeMillis() > history.numbers.freshMillis();
    }

    /** Reminders are paused, or the wearer is on vacation. */
    private boolean isAway(long nowMillis) {
        Instant pausedUntil = profile.pausedUntil();
        Profile.Vacation vacation = profile.vacation();
        LocalDate today = local(nowMillis).toLocalDate();
        return (pausedUntil != null && nowMillis < pausedUntil.toEpochMilli())
                || (vacation != null && !today.isBefore(vacation.from()) && !today.isAfter(vacation.to()));
    }

    /** A shift over midnight is that of the day on which it begins. */
    private boolean isAtWork(long nowMillis) {
        Set<DayOfWeek> days = settings.days(RuleSetting.WORK_DAYS);
        LocalTime from = settings.timeOfDay(RuleSetting.WORK_FROM);
        LocalTime to = settings.timeOfDay(RuleSetting.WORK_TO);
        LocalTime now = local(nowMillis).toLocalTime();
        boolean isDay = days.contains(local(nowMillis).getDayOfWeek());
        boolean wasDay = days.contains(local(nowMillis).minusDays(1).getDayOfWeek());
        if (from.equals(to)) {
            return isDay;
        }
        return from.isBefore(to)
                ? isDay && !now.isBefore(from) && now.isBefore(to)
                : (isDay && !now.isBefore(from)) || (wasDay && now.isBefore(to));
    }

    private boolean isDuring(RuleSetting begin, RuleSetting end, long nowMillis) {
        LocalTime from = settings.timeOfDay(begin);
        LocalTime to = settings.timeOfDay(end);
        LocalTime now = local(nowMillis).toLocalTime();
        boolean isPastFrom = !now.isBefore(from);
        boolean isBeforeTo = now.isBefore(to);
        return from.isBefore(to) ? isPastFrom && isBeforeTo : to.isBefore(from) && (isPastFrom || isBeforeTo);
    }

    /** A day begins at midnight of the wearer's own clock. */
    private boolean isOverCap(Due due, long nowMillis) {
        LocalDate today = local(nowMillis).toLocalDate();
        List<ReferenceReminder> todays = raised.stream()
                .filter(reminder ->
                        local(reminder.raisedAtMillis()).toLocalDate().equals(today))
                .toList();
        long ofIssue = todays.stream()
                .filter(reminder -> reminder.issues().contains(due.issue))
                .count();
        int extra = due.level == LEVEL_WITH_EXTRA ? settings.count(RuleSetting.CAP_EXTRA) : 0;
        return todays.size() >= settings.count(RuleSetting.CAP_DAY) + extra
                || ofIssue >= settings.count(RuleSetting.CAP_ISSUE) + extra;
    }

    private boolean isCoolingDown(PostureIssue issue, long nowMillis) {
        return raised.stream().anyMatch(reminder -> {
            long since = nowMillis - reminder.raisedAtMillis();
            return since < settings.millis(RuleSetting.COOLDOWN_ANY)
                    || (reminder.issues().contains(issue) && since < settings.millis(RuleSetting.COOLDOWN_SAME));
        });
    }

    private ZonedDateTime local(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone);
    }
}
