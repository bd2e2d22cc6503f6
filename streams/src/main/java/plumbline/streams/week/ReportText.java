package plumbline.streams.week;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.reminding.WeeklyPlan;

/** A report as people read it: plain text, a line each. */
public final class ReportText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final String WEARER_ROW = "%-18s %11s %14s %12s %8s %10s %11s";
    private static final String GROUP_ROW = "%-18s %14s %12s %8s %10s %11s";

    private ReportText() {}

    /** One wearer's week. */
    public static List<String> ofWearer(Report<WeekSummary> report) {
        WeekSummary week = report.week();
        List<String> lines = new ArrayList<>();
        lines.add(week.device() + ", " + title(week.week(), week.from(), week.to()));
        lines.add("worn on " + count(week.days(), "day") + " for " + length(week.wornSeconds()) + ", coverage "
                + Math.round(100 * week.coverage()) + " %; walked for " + length(week.walkingSeconds()));
        lines.add("");
        if (!week.issues().isEmpty()) {
            lines.add(String.format(
                    WEARER_ROW, "", "bad time", "per worn hour", "week before", "change", "longest", "worst hour"));
            inOrder(week.issues()).forEach((issue, figures) -> lines.add(row(issue, figures)));
            lines.add("");
        }
        addTold(lines, week.told());
        addBeside(lines, report);
        return lines;
    }

    /** A group's week: sums and medians. */
    public static List<String> ofGroup(Report<GroupSummary> report) {
        GroupSummary week = report.week();
        List<String> lines = new ArrayList<>();
        lines.add(week.wearers() + " wearers, " + title(week.week(), week.from(), week.to()));
        lines.add("worn for " + length(week.wornSeconds()) + " in all, the median " + length(week.medianWornSeconds()));
        lines.add("");
        if (!week.issues().isEmpty()) {
            lines.add(String.format(
                    GROUP_ROW, "medians", "per worn hour", "week before", "change", "longest", "worst hour"));
            inOrder(week.issues()).forEach((issue, figures) -> lines.add(row(issue, figures)));
            lines.add("");
        }
        addTold(lines, week.told());
        addBeside(lines, report);
        return lines;
    }

    private static <T> Map<PostureIssue, T> inOrder(Map<PostureIssue, T> issues) {
        return new TreeMap<>(issues);
    }

    private static String row(PostureIssue issue, WeekSummary.OfIssue figures) {
        return String.format(
                WEARER_ROW,
                name(issue),
                length(figures.badSeconds()),
                minutes(figures.minutesPerWornHour()),
                minutes(figures.weekBefore()),
                change(figures.change()),
                length(figures.longestSeconds()),
                length(figures.worstHourSeconds()));
    }

    private static String row(PostureIssue issue, GroupSummary.OfIssue figures) {
        return String.format(
                GROUP_ROW,
                name(issue),
                minutes(figures.minutesPerWornHour()),
                minutes(figures.weekBefore()),
                change(figures.change()),
                figures.longestSeconds() == null ? "-" : length(figures.longestSeconds()),
                figures.worstHourSeconds() == null ? "-" : length(figures.worstHourSeconds()));
    }

    private static void addTold(List<String> lines, DaySummary.Told told) {
        if (!told.reminders().isEmpty()) {
            lines.add("Reminders: " + reminders(told));
        }
        if (!told.finished().isEmpty()) {
            lines.add("Finished: "
                    + new TreeMap<>(told.finished())
                            .entrySet().stream()
                                    .map(done -> finished(done.getKey(), done.getValue()))
                                    .collect(Collectors.joining(", ")));
        }
        if (!told.reminders().isEmpty() || !told.finished().isEmpty()) {
            lines.add("");
        }
    }

    private static String reminders(DaySummary.Told told) {
        return new TreeMap<>(told.reminders())
                .entrySet().stream()
                        .map(count ->
                                count.getValue() + " " + words(count.getKey().name()) + rules(count.getKey(), told))
                        .collect(Collectors.joining(", "));
    }

    private static String rules(Outcome outcome, DaySummary.Told told) {
        return outcome != Outcome.HELD_BACK || told.heldBack().isEmpty()
                ? ""
                : new TreeMap<>(told.heldBack())
                        .entrySet().stream()
                                .map(count -> count.getValue() + " " + words(count.getKey()))
                                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String finished(FinishedKind kind, DaySummary.Finished done) {
        String what = switch (kind) {
            case STRETCH -> count(done.count(), "stretch", "stretches");
            case WALK -> count(done.count(), "walk");
            case STRENGTH -> count(done.count(), "strength session");
            case SWIM -> count(done.count(), "swim");
            case NMES -> count(done.count(), "NMES session");
        };
        return done.minutes() == 0 ? what : what + " (" + done.minutes() + " min)";
    }

    private static void addBeside(List<String> lines, Report<?> report) {
        lines.add("What may strengthen the back:");
        report.plan().forEach(entry -> lines.add("  " + planned(entry)));
        lines.add("");
        lines.add(report.doctor());
        lines.add(report.stimulation());
        lines.add(report.note());
    }

    private static String planned(WeeklyPlan.Entry entry) {
        String with = entry.equipment().isEmpty() ? "" : ", with " + String.join(", ", entry.equipment());
        return entry.name() + ", " + entry.fewest() + " to " + entry.most() + " times a week" + with;
    }

    private static String title(IsoWeek week, LocalDate from, LocalDate to) {
        return "week " + week + " (" + DAY.format(from) + " to " + DAY.format(to) + ")";
    }

    static String name(PostureIssue issue) {
        return issue == PostureIssue.PROLONGED_SITTING ? "sitting" : words(issue.name());
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String count(int count, String one) {
        return count(count, one, one + "s");
    }

    private static String count(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }

    private static String length(double seconds) {
        long minutes = Math.round(seconds / 60);
        return minutes < 60
                ? minutes + " min"
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    private static String minutes(@Nullable Double minutes) {
        return minutes == null ? "-" : String.format(Locale.ROOT, "%.1f min", minutes);
    }

    private static String change(@Nullable Double minutes) {
        return minutes == null ? "-" : String.format(Locale.ROOT, "%+.1f", minutes);
    }
}
