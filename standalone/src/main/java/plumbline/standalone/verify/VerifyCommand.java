package plumbline.standalone.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.TextTable;

/** {@code plumbline simulate verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Runs simulated wearers through the rules, without brokers, and compares with what was true.",
        description = {
            "",
            "Every long spell must be found, no episode may be invented, and each day's sums must be those of the readings that"
                    + " were sent, to the millisecond: off the truth by no more than the time between two readings for each"
                    + " change of posture. Exit code 1 where one is not.",
            "",
            "The table: readings sent, and those lost in a full flash; true spells, those that are long by themselves and were"
                    + " sent whole, and how many of these were found; long episodes that the rules make of the truth, time"
                    + " carried over included, how many of these were found, and how many were invented; how many episodes and"
                    + " sums differ from those of the readings; the worst error of a start; the sums compared (of each day as"
                    + " it was published last: worn time, walking, bad time of each issue), the worst error of one against"
                    + " the truth, what was allowed on that day, and how many were beyond what was allowed. Then each fault in"
                    + " a line.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline simulate verify                              100 wearers for a week",
            "  plumbline simulate verify --wearers 10 --days 2 --seed 7"
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int BAR_WIDTH = 80;

    /** More faults of the same kind tell nothing new. */
    private static final int MOST_FAULTS = 50;

    @Mixin
    private final Invocation invocation = new Invocation();

    @Option(
            names = "--wearers",
            defaultValue = "100",
            paramLabel = "N",
            description = "How many, of all personas by turns (default: ${DEFAULT-VALUE}).")
    private int wearers;

    @Option(
            names = "--days",
            defaultValue = "7",
            paramLabel = "N",
            description = "For how many days each (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "Who the wearers are and what they do (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        VerifyPlan plan = plan();
        long begun = System.nanoTime();
        Map<String, Tally> personas = new LinkedHashMap<>();
        Tally all = new Tally();
        List<Tally> tallies = run(plan);
        for (int index = 0; index < tallies.size(); index++) {
            personas.computeIfAbsent(plan.persona(index).name(), name -> new Tally())
                    .add(tallies.get(index));
            all.add(tallies.get(index));
        }
        print(personas, all);
        invocation.err().println(speed(all.readings(), Duration.ofNanos(System.nanoTime() - begun)));
        return all.faults().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private VerifyPlan plan() {
        try {
            return new VerifyPlan(wearers, days, seed);
        } catch (IllegalArgumentException e) {
            throw invocation.misuse(e.getMessage());
        }
    }

    private static List<Tally> run(VerifyPlan plan) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("verify")
                .setInitialMax(plan.wearers())
                .setUnit(" wearers", 1)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, BAR_WIDTH))
                .build()) {
            return Verification.run(plan, bar::step);
        }
    }

    private void print(Map<String, Tally> personas, Tally all) {
        List<List<String>> rows = new ArrayList<>(List.of(Tally.head()));
        personas.forEach((name, tally) -> rows.add(tally.row(name)));
        rows.add(all.row("all"));
        invocation.out().print(TextTable.of(rows));
        all.faults().stream().limit(MOST_FAULTS).forEach(invocation.out()::println);
        invocation.out().flush();
    }

    private static String speed(long readings, Duration wall) {
        double seconds = wall.toMillis() / 1_000.0;
        double cpu = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1_000.0;
        return String.format(
                Locale.ROOT,
                "%d readings in %.1f s, %.0f a second; %.1f s of processor",
                readings,
                seconds,
                readings / seconds,
                cpu);
    }
}
