package plumbline.streams.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.contract.operator.TextTable;
import plumbline.streams.reminding.HoldRule;

/** A comparison as text: a row a wearer and one for all, the rules in words, then the reminders that are new or gone. */
public final class ComparisonTable {
    private static final List<String> HEAD = List.of(
            "wearer",
            "days",
            "recorded h",
            "worn h",
            "reminders",
            "a day",
            "neck",
            "shoulders",
            "sitting",
            "held back");

    private static final double HOUR_SECONDS = 3_600;

    private ComparisonTable() {}

    /** The whole text; every change is written as {@code before -> after}. */
    public static String of(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        comparison.wearers().forEach(wearer -> rows.add(row(String.valueOf(wearer.device()), wearer)));
        rows.add(row("all", comparison.all()));
        return TextTable.of(rows) + "\n" + meanings(comparison.all()) + reminders(comparison.all());
    }

    private static List<String> row(String name, WearerComparison wearer) {
        ReminderCounts before = wearer.before();
        ReminderCounts after = wearer.after();
        return List.of(
                name,
                String.valueOf(wearer.days()),
                hours(wearer.recordedSeconds()),
                hours(wearer.wornSeconds()),
                change(before.reminders(), after.reminders()),
                rate(before.remindersPerDay()) + " -> " + rate(after.remindersPerDay()),
                issue(PostureIssue.FORWARD_NECK, before, after),
                issue(PostureIssue.ROUNDED_SHOULDERS, before, after),
                issue(PostureIssue.PROLONGED_SITTING, before, after),
                heldBack(before, after));
    }

    private static String issue(PostureIssue issue, ReminderCounts before, ReminderCounts after) {
        return change(before.issues().getOrDefault(issue, 0), after.issues().getOrDefault(issue, 0));
    }

    private static String heldBack(ReminderCounts before, ReminderCounts after) {
        return holding(before, after).stream()
                .map(rule -> rule + " "
                        + change(
                                before.heldBack().getOrDefault(rule, 0),
                                after.heldBack().getOrDefault(rule, 0)))
                .collect(Collectors.joining(", "));
    }

    private static Set<String> holding(ReminderCounts before, ReminderCounts after) {
        Set<String> rules = new TreeSet<>(before.heldBack().keySet());
        rules.addAll(after.heldBack().keySet());
        return rules;
    }

    /** The rules that held a reminder back, in words. */
    private static String meanings(WearerComparison all) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("held back by", "because")));
        holding(all.before(), all.after()).forEach(rule -> rows.add(List.of(rule, HoldRule.reason(rule))));
        return rows.size() == 1 ? "" : TextTable.of(rows) + "\n";
    }

    private static String change(int before, int after) {
        return before + " -> " + after;
    }

    private static String rate(double perDay) {
        return String.format(Locale.ROOT, "%.2f", perDay);
    }

    private static String hours(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds / HOUR_SECONDS);
    }

    private static String reminders(WearerComparison all) {
        if (all.added().isEmpty() && all.gone().isEmpty()) {
            return "the same reminders\n";
        }
        return all.added().size() + " new, " + all.gone().size() + " gone\n"
                + lines("+ ", all.added())
                + lines("- ", all.gone());
    }

    private static String lines(String sign, List<Reminder> reminders) {
        return reminders.stream()
                .sorted(Comparator.comparing(Reminder::raisedAt).thenComparing(reminder -> reminder.id()))
                .map(reminder -> sign + reminder.raisedAt() + "  " + reminder.id() + "  " + reminder.text() + "\n")
                .collect(Collectors.joining());
    }
}
