package plumbline.standalone.faults;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import plumbline.simulator.load.LoadLedger;
import plumbline.standalone.faults.rows.FaultRow;
import plumbline.standalone.faults.verdict.Verdict;

/** A line for each row's begin and end, and between them how long it runs and how its load stands. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 100;
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Where no terminal overwrites the line. */
    private static final Duration SELDOM = Duration.ofSeconds(30);

    private final PrintWriter out;
    private @Nullable ProgressBar bar;
    private volatile @Nullable LoadLedger ledger;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void begins(FaultRow row, int number, int of) {
        say("[%d/%d] row %s: %s".formatted(number, of, row.name(), row.fault()));
        ledger = null;
        Duration every = System.getenv("TERM") == null ? SELDOM : EVERY;
        bar = new ProgressBarBuilder()
                .setUpdateIntervalMillis((int) every.toMillis())
                .continuousUpdate()
                .setRenderer((state, width) -> line(state.getElapsedAfterStart()))
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .build();
    }

    /** From now on it is told how this load stands. */
    void follow(LoadLedger shown) {
        ledger = shown;
    }

    private String line(Duration elapsed) {
        String time = String.format(Locale.ROOT, "      %d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
        LoadLedger shown = ledger;
        return shown == null
                ? time
                : time + String.format(Locale.ROOT, ", %,d stored, %,d under way", shown.stored(), shown.missing());
    }

    void ended(Verdict verdict) {
        close();
        say("      %s after %d s; lost %d; %s"
                .formatted(
                        verdict.outcome().name().toLowerCase(Locale.ROOT),
                        verdict.seconds(),
                        verdict.counts().lost(),
                        verdict.words()));
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
