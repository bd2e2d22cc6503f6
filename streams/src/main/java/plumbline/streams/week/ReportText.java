package plumbline.streams.week;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.reminding.WeeklyPlan;

/** A report as people read it: plain text, a line each. */
public final class ReportText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final String WEARER_ROW = "%-18s %11s %14s %12s %8s %7s %10s %11s";
    private static final String GROUP_ROW = "%-18s %14s %12s %8s %7s %10s %11s";

    private ReportText() {}

    /** One wearer's week. */
    public static List<String> ofWearer(Report<WeekSummary> report) {
        WeekSummary week = report.week();
        List<String> lines = new ArrayList<>();
        lines.add(week.device() + ", " + title(week.week(), week.from(), week.to()));
        lines.add("worn on " + count(week.days(), "day", "days") + " for " + length(week.wornSeconds()) + ", coverage "
                + Math.round(100 * week.coverage()) + " %; walked for " + length(week.walkingSeconds()));
        lines.add("");
        if (!week.issues().isEmpty()) {
            lines.add(String.format(
                    WEARER_ROW,
                    "",
                    "bad time",
                    "per worn hour",
                    "week before",
                    "change",
                    "bouts",
                    "longest",
                    "worst hour"));
            inOrder(week.issues()).forEach((issue, figures) -> lines.add(row(issue, figures)));
            lines.add("");
        }
        addTold(lines, ToldText.ofWearer(week.told()));
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
                    GROUP_ROW, "medians", "per worn hour", "week before", "change", "bouts", "longest", "worst hour"));
            inOrder(week.issues()).forEach((issue, figures) -> lines.add(row(issue, figures)));
            lines.add("");
        }
        addTold(lines, ToldText.ofGroup(week.told()));
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
                figures.bouts(),
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
                bouts(figures.bouts()),
                figures.longestSeconds() == null ? "-" : length(figures.longestSeconds()),
                figures.worstHourSeconds() == null ? "-" : length(figures.worstHourSeconds()));
    }

    private static void addTold(List<String> lines, List<String> told) {
        if (!told.isEmpty()) {
            lines.addAll(told);
            lines.add("");
        }
    }

    private static void addBeside(List<String> lines, Report<?> report) {
        lines.add("What may strengthen the back:");
        for (WeeklyPlan.Entry entry : report.plan()) {
            lines.add("  " + planned(entry));
            lines.add("    " + careful(entry));
        }
        lines.add("");
        lines.add(report.doctor());
        lines.add(report.stimulation());
        lines.add(report.note());
    }

    private static String planned(WeeklyPlan.Entry entry) {
        String with = entry.equipment().isEmpty() ? "" : ", with " + String.join(", ", entry.equipment());
        return entry.name() + ", " + entry.fewest() + " to " + entry.most() + " times a week" + with;
    }

    private static String careful(WeeklyPlan.Entry entry) {
        return entry.contraindications().isEmpty()
                ? entry.caution()
                : entry.caution() + " Not with " + String.join(" or ", entry.contraindications()) + ".";
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

    static String count(int count, String one, String more) {
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

    private static String bouts(@Nullable Double bouts) {
        return bouts == null ? "-" : String.format(Locale.ROOT, bouts % 1 == 0 ? "%.0f" : "%.1f", bouts);
    }

    private static String change(@Nullable Double minutes) {
        return minutes == null ? "-" : String.format(Locale.ROOT, "%+.1f", minutes);
    }
}
