package plumbline.streams.backtest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.contract.event.Decision;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;

/**
 * How often one policy reminded.
 *
 * @param issues how many reminders named an issue; one that names two counts for both
 * @param heldBack how many reminders a rule held back, by its word; one that several held back counts for each
 */
public record ReminderCounts(
        int reminders, double remindersPerDay, Map<PostureIssue, Integer> issues, Map<String, Integer> heldBack) {
    static ReminderCounts of(List<Reminder> raised, List<Decision> heldBack, int days) {
        Map<PostureIssue, Integer> issues = new EnumMap<>(PostureIssue.class);
        for (PostureIssue issue : PostureIssue.values()) {
            issues.put(issue, 0);
        }
        raised.forEach(reminder -> reminder.issues().forEach(issue -> issues.merge(issue, 1, Integer::sum)));
        Map<String, Integer> rules = new TreeMap<>();
        heldBack.forEach(decision -> rules.merge(decision.rule(), 1, Integer::sum));
        return new ReminderCounts(raised.size(), perDay(raised.size(), days), issues, rules);
    }

    ReminderCounts plus(ReminderCounts other, int days) {
        Map<PostureIssue, Integer> bothIssues = new EnumMap<>(issues);
        other.issues.forEach((issue, count) -> bothIssues.merge(issue, count, Integer::sum));
        Map<String, Integer> bothRules = new TreeMap<>(heldBack);
        other.heldBack.forEach((rule, count) -> bothRules.merge(rule, count, Integer::sum));
        int both = reminders + other.reminders;
        return new ReminderCounts(both, perDay(both, days), bothIssues, bothRules);
    }

    private static double perDay(int count, int days) {
        return days == 0 ? 0 : Math.round(100.0 * count / days) / 100.0;
    }
}
