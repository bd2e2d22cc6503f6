package plumbline.standalone.faults;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import plumbline.simulator.load.LoadLedger;
import plumbline.standalone.faults.rows.FaultRow;
import plumbline.standalone.faults.verdict.Verdict;

/** A line for each row's begin and end, and between them how its load stands. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 100;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Where no terminal overwrites the line. */
    private static final Duration LOOK_SELDOM = Duration.ofSeconds(30);

    private final PrintWriter out;
    private final Duration every = System.getenv("TERM") == null ? LOOK_SELDOM : LOOK_EVERY;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    private final ScheduledFuture<?> looking;
    private @Nullable ProgressBar bar;
    private volatile @Nullable LoadLedger ledger;

    Progress(PrintWriter out) {
        this.out = out;
        looking = clock.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }

    synchronized void begins(FaultRow row, int number, int of) {
        say("[%d/%d] row %s: %s".formatted(number, of, row.name(), row.fault()));
        ledger = null;
        bar = new ProgressBarBuilder()
                .setTaskName("row " + row.name())
                .setInitialMax(-1)
                .setUpdateIntervalMillis((int) every.toMillis())
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .build();
    }

    /** From now on it is told how this load stands. */
    void follow(LoadLedger shown) {
        ledger = shown;
    }

    private synchronized void look() {
        LoadLedger shown = ledger;
        if (bar != null && shown != null) {
            bar.setExtraMessage(
                    String.format(Locale.ROOT, "%,d stored, %,d under way", shown.stored(), shown.missing()));
        }
    }

    synchronized void ended(Verdict verdict) {
        endBar();
        say("      %s after %d s; lost %d; %s"
                .formatted(
                        verdict.outcome().name().toLowerCase(Locale.ROOT),
                        verdict.seconds(),
                        verdict.counts().lost(),
                        verdict.words()));
    }

    private void endBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public synchronized void close() {
        endBar();
        looking.cancel(true);
        clock.shutdownNow();
    }
}
