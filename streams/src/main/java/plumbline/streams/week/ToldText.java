package plumbline.streams.week;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Told;
import plumbline.contract.event.Decision.Outcome;
import plumbline.streams.reminding.HoldRule;

/** What was told in a week as people read it: reminders and what became of them, those held back and why, what was finished. */
final class ToldText {
    /** What a reminder raised may come to. */
    private static final List<Outcome> ENDS =
            List.of(Outcome.CORRECTED, Outcome.IGNORED, Outcome.NOT_WORN, Outcome.UNKNOWN);

    private ToldText() {}

    /** Of one wearer: what became of each reminder. */
    static List<String> ofWearer(Told told) {
        List<String> lines = reminders(told);
        int open = count(told, Outcome.RAISED)
                - ENDS.stream().mapToInt(end -> count(told, end)).sum();
        if (open > 0) {
            lines.add(row(open, "with no outcome in this week"));
        }
        addOthers(lines, told);
        return lines;
    }

    /** Of a group, in which some figures may be left out. */
    static List<String> ofGroup(Told told) {
        List<String> lines = reminders(told);
        addOthers(lines, told);
        if (!lines.isEmpty()) {
            lines.add("What too few have part in is left out.");
        }
        return lines;
    }

    private static List<String> reminders(Told told) {
        List<String> lines = new ArrayList<>();
        int raised = count(told, Outcome.RAISED);
        List<String> ends = ENDS.stream()
                .filter(end -> count(told, end) > 0)
                .map(end -> row(count(told, end), words(end)))
                .toList();
        if (raised > 0 || !ends.isEmpty()) {
            lines.add(raised > 0 ? "Reminders: " + raised : "Reminders:");
        }
        lines.addAll(ends);
        return lines;
    }

    private static void addOthers(List<String> lines, Told told) {
        if (count(told, Outcome.HELD_BACK) > 0) {
            lines.add("Held back: " + count(told, Outcome.HELD_BACK)
                    + " (one may be for several reasons, and come later all the same)");
            told.heldBack().entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(held -> lines.add(row(held.getValue(), HoldRule.reason(held.getKey()))));
        }
        if (!told.finished().isEmpty()) {
            lines.add("Reported as finished: "
                    + new TreeMap<>(told.finished())
                            .entrySet().stream()
                                    .map(done -> finished(done.getKey(), done.getValue()))
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String row(int count, String what) {
        return String.format(Locale.ROOT, "%4d %s", count, what);
    }

    private static int count(Told told, Outcome outcome) {
        return told.reminders().getOrDefault(outcome, 0);
    }

    private static String words(Outcome end) {
        return switch (end) {
            case CORRECTED -> "with good posture or movement soon after";
            case IGNORED -> "with no change seen";
            case NOT_WORN -> "before the device came off or its wearer lay down";
            case UNKNOWN -> "with too little measured to tell";
            case RAISED, HELD_BACK, WITHDRAWN -> throw new IllegalArgumentException(end + " is no end of a reminder");
        };
    }

    private static String finished(FinishedKind kind, DaySummary.Finished done) {
        String what = switch (kind) {
            case STRETCH -> ReportText.count(done.count(), "stretch", "stretches");
            case WALK -> ReportText.count(done.count(), "walk", "walks");
            case STRENGTH -> ReportText.count(done.count(), "strength session", "strength sessions");
            case SWIM -> ReportText.count(done.count(), "swim", "swims");
            case NMES -> ReportText.count(done.count(), "NMES session", "NMES sessions");
        };
        return done.minutes() == 0 ? what : what + " (" + done.minutes() + " min)";
    }
}
