package plumbline.standalone.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.codec.EventJson;
import plumbline.contract.operator.Invocation;
import plumbline.standalone.faults.process.MqttProcess;
import plumbline.standalone.faults.rows.FaultMatrix;
import plumbline.standalone.faults.rows.FaultRow;
import plumbline.standalone.faults.stage.Scale;
import plumbline.standalone.faults.verdict.Report;
import plumbline.standalone.faults.verdict.ReportTable;
import plumbline.standalone.faults.verdict.Verdict;

/** {@code plumbline faults}. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Breaks the pipeline on purpose, in many ways, and counts what is lost.",
        description = {
            "",
            "Starts brokers and services in processes of their own, and ends them. The rows are told in docs/faults.md."
                    + " The table goes to standard output. Exit code 1 where a promise was broken.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline faults --quick             few rounds and little load, some minutes",
            "  plumbline faults --rows 1,2,9        these alone, in full",
            "  plumbline faults > faults.md         all, for two hours"
        })
public final class FaultsCommand implements Callable<Integer> {
    @Mixin
    private final Invocation invocation = new Invocation();

    @Option(
            names = "--rows",
            paramLabel = "ROW",
            split = ",",
            description = "Which rows, such as 1,2,control (default: all; with --quick those that are short).")
    private List<String> rows = List.of();

    @Option(
            names = "--quick",
            description = "Fewer rounds, 60 devices and 300 uploads a second rather than 500 and 2,000.")
    private boolean quick;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            defaultValue = "faults.json",
            description = "Where the same is written as JSON (default: ${DEFAULT-VALUE}).")
    private Path json = Path.of("faults.json");

    @Override
    public Integer call() {
        Scale scale = quick ? Scale.QUICK : Scale.FULL;
        List<FaultRow> chosen = chosen();
        Report report = new Report(
                words(),
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                machine(),
                MqttProcess.programName(),
                scale.devices(),
                scale.uploadsPerSecond(),
                run(scale, chosen));
        invocation.out().println(ReportTable.of(report));
        write(report);
        return report.isKept() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<Verdict> run(Scale scale, List<FaultRow> chosen) {
        try (Progress progress = new Progress(invocation.err())) {
            return new Suite(scale, progress).run(chosen);
        }
    }

    private List<FaultRow> chosen() {
        if (rows.isEmpty()) {
            return FaultMatrix.rows().stream()
                    .filter(row -> !quick || row.isQuick())
                    .toList();
        }
        List<FaultRow> chosen = new ArrayList<>();
        for (String name : rows) {
            chosen.add(FaultMatrix.row(name)
                    .orElseThrow(() -> invocation.misuse("there is no row '" + name + "'; there are " + names())));
        }
        return chosen;
    }

    private static String names() {
        return FaultMatrix.rows().stream().map(FaultRow::name).collect(Collectors.joining(", "));
    }

    private String words() {
        return "plumbline faults"
                + (rows.isEmpty() ? "" : " --rows " + String.join(",", rows))
                + (quick ? " --quick" : "");
    }

    private static String machine() {
        return "%s processors, Java %s on %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        System.getProperty("os.name"));
    }

    private void write(Report report) {
        try {
            Files.write(json, EventJson.encode(report));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + json, e);
        }
    }
}
