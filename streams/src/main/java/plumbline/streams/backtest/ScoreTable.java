package plumbline.streams.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import plumbline.contract.device.DeviceId;
import plumbline.contract.recording.Recording;

/** A {@link NeckScore} as lines for people. */
public final class ScoreTable {
    private static final String WEARER = "%-16s %8s %8s %8s %9s %8s %9s %8s %8s";
    private static final String LABEL = "%-16s %8s %8s %8s";

    private ScoreTable() {}

    public static List<String> lines(NeckScore score, Recording recording, Set<String> bent) {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                WEARER, "wearer", "readings", "bent", "bad", "precision", "recall", "reminders", "false", "false/h"));
        Map<DeviceId, Tally> wearers = score.byWearer(recording, bent);
        wearers.forEach((device, tally) -> lines.add(wearer(device.value(), tally)));
        lines.add(wearer("all", wearers.values().stream().reduce(Tally.NOTHING, Tally::plus)));
        lines.add("");
        lines.add(line(LABEL, "label", "readings", "bad", "share"));
        score.byLabel(recording, bent)
                .forEach((label, tally) -> lines.add(line(
                        LABEL,
                        bent.contains(label) ? label + " *" : label,
                        tally.readings(),
                        tally.bad(),
                        share(tally.badShare()))));
        return lines;
    }

    private static String wearer(String name, Tally tally) {
        return line(
                WEARER,
                name,
                tally.readings(),
                tally.bent(),
                tally.bad(),
                share(tally.precision()),
                share(tally.recall()),
                tally.reminders(),
                tally.falseReminders(),
                share(tally.falseRemindersPerHour()));
    }

    /** Where there is nothing to divide by there is no figure. */
    private static String share(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
    }

    private static String line(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells).stripTrailing();
    }
}
