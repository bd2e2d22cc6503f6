package plumbline.standalone.faults.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table at the end, in Markdown that reads as plain text too. */
public final class ReportTable {
    private static final List<String> HEAD = List.of(
            "row",
            "fault",
            "promise",
            "verdict",
            "sent",
            "acked",
            "stored",
            "lost",
            "duplicates",
            "recovery",
            "heap MB",
            "figures");

    private ReportTable() {}

    public static String of(Report report) {
        List<List<String>> rows = Stream.concat(
                        Stream.of(HEAD), report.rows().stream().map(ReportTable::cells))
                .toList();
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        String rule = IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |\n"));
        String table = rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
        int head = table.indexOf('\n') + 1;
        return caption(report) + "\n\n" + table.substring(0, head) + rule + table.substring(head);
    }

    private static String caption(Report report) {
        return "`%s`, %s, %s, MQTT broker: %s, %s devices, %s uploads/s"
                .formatted(
                        report.command(),
                        report.date(),
                        report.machine(),
                        report.broker(),
                        report.devices(),
                        report.uploadsPerSecond());
    }

    private static List<String> cells(Verdict row) {
        Counts counts = row.counts();
        Long recovery = row.recoveryMillis();
        return List.of(
                row.row(),
                row.fault(),
                row.promise(),
                row.outcome().name().toLowerCase(Locale.ROOT),
                number(counts.sent()),
                number(counts.acknowledged()),
                number(counts.stored()),
                number(counts.lost()),
                number(counts.duplicates()),
                recovery == null ? "" : Findings.seconds(Duration.ofMillis(recovery)),
                row.peakHeapMegabytes() == 0 ? "" : String.valueOf(row.peakHeapMegabytes()),
                row.words());
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> String.format("%-" + Math.max(1, widths[column]) + "s", cells.get(column)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
