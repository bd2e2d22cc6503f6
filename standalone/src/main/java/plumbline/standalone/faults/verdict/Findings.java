package plumbline.standalone.faults.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a row finds while it runs. */
public final class Findings {
    private static final long MEGABYTE = 1024 * 1024;

    private final List<String> broken = new ArrayList<>();
    private final Map<String, String> figures = new LinkedHashMap<>();
    private Counts counts = Counts.NONE;
    private @Nullable Long recoveryMillis;
    private long peakHeapBytes;

    /** A promise of the row; where it does not hold, {@code otherwise} says what was seen instead. */
    public void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    /** A figure of the row's own. */
    public void figure(String name, Object value) {
        figures.put(name, String.valueOf(value));
    }

    /** Time until it went on, which must stay below {@code most}; the longest is told. */
    public void recovered(Duration took, Duration most) {
        long millis = took.toMillis();
        recoveryMillis = recoveryMillis == null ? millis : Math.max(recoveryMillis, millis);
        require(took.compareTo(most) < 0, "it went on only after " + seconds(took));
    }

    public void counts(Counts found) {
        counts = found;
    }

    public void peakHeap(long bytes) {
        peakHeapBytes = Math.max(peakHeapBytes, bytes);
    }

    /** As {@code 1.2 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }

    /** The end of the row. */
    public Verdict verdict(String row, String fault, String promise, Duration took) {
        return new Verdict(
                row,
                fault,
                promise,
                broken.isEmpty() ? Outcome.KEPT : Outcome.BROKEN,
                counts,
                recoveryMillis,
                peakHeapBytes / MEGABYTE,
                took.toSeconds(),
                new LinkedHashMap<>(figures),
                List.copyOf(broken));
    }
}
