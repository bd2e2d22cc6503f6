package plumbline.standalone.faults.verdict;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row's end.
 *
 * @param recoveryMillis from the end of the fault to the first store after it, the longest of the row; null where none
 * @param peakHeapMegabytes of the ingester, garbage included
 * @param figures the row's own, by name
 * @param reasons why the promise is broken or the row skipped
 */
public record Verdict(
        String row,
        String fault,
        String promise,
        Outcome outcome,
        Counts counts,
        @Nullable Long recoveryMillis,
        long peakHeapMegabytes,
        long seconds,
        Map<String, String> figures,
        List<String> reasons) {
    /** A row that can't run here. */
    public static Verdict skipped(String row, String fault, String promise, String reason) {
        return new Verdict(row, fault, promise, Outcome.SKIPPED, Counts.NONE, null, 0, 0, Map.of(), List.of(reason));
    }

    /** The row's own figures and what is to be said of its promise, in one line. */
    public String words() {
        return Stream.concat(
                        figures.entrySet().stream().map(figure -> figure.getKey() + " " + figure.getValue()),
                        reasons.stream())
                .collect(Collectors.joining("; "));
    }
}
