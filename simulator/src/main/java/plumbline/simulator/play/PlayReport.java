package plumbline.simulator.play;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Reminder;
import plumbline.simulator.wearer.Spell;

/** Tells people what happens while a fleet plays, keeps the truth, and sums up. */
public final class PlayReport implements FleetListener, AutoCloseable {
    private final PrintWriter progress;
    private final @Nullable TruthFile truth;
    private final Map<AnswerWord, Integer> words = new EnumMap<>(AnswerWord.class);
    private int painCheckIns;

    /** @param truthFile null where nobody wants the truth */
    public PlayReport(PrintWriter progress, @Nullable Path truthFile) {
        this.progress = progress;
        this.truth = truthFile == null ? null : new TruthFile(truthFile);
    }

    @Override
    public void reminded(DeviceId device, Reminder reminder) {
        say(device + " is reminded: " + reminder.title());
    }

    @Override
    public void answered(DeviceId device, Answer answer) {
        if (answer instanceof Answer.ToReminder to) {
            words.merge(to.answer(), 1, Integer::sum);
            say(device + " answers: " + word(to.answer()));
        } else {
            painCheckIns++;
            say(device + " reports pain");
        }
    }

    private void say(String line) {
        progress.println(line);
        progress.flush();
    }

    @Override
    public void ended(DeviceId device, Spell spell) {
        if (truth != null) {
            truth.write(device, spell);
        }
    }

    /** The summary; the fleet must be closed. */
    public List<String> lines(FleetTotals totals) {
        return List.of(
                line("devices", totals.devices(), ""),
                line("readings", totals.readings(), ""),
                line(
                        "uploads",
                        totals.sent().uploads(),
                        acknowledged(totals.sent().uploadsAcknowledged()) + again(totals.sentAgain())),
                line("reminders", totals.reminders(), repeated(totals)),
                line("answers", totals.sent().answers(), answers()));
    }

    private static String line(String name, long number, String more) {
        return String.format(Locale.ROOT, "%-10s %8d%s", name, number, more);
    }

    private static String acknowledged(long number) {
        return ", acknowledged " + number;
    }

    private static String again(long number) {
        return number == 0 ? "" : ", sent again " + number;
    }

    private static String repeated(FleetTotals totals) {
        return (totals.repeated() == 0 ? "" : ", repeated " + totals.repeated())
                + (totals.unreadable() == 0 ? "" : ", unreadable " + totals.unreadable());
    }

    private String answers() {
        String each = words.entrySet().stream()
                .map(entry -> ", " + word(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining());
        return painCheckIns == 0 ? each : each + ", pain check-ins " + painCheckIns;
    }

    private static String word(AnswerWord word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public void close() throws IOException {
        if (truth != null) {
            truth.close();
        }
    }
}
