package plumbline.streams.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of device time, in milliseconds. */
record Span(long fromMillis, long toMillis) {
    long millis() {
        return toMillis - fromMillis;
    }

    /** What of it lies in the other; of no length where they are apart. */
    Span within(Span other) {
        long from = Math.max(fromMillis, other.fromMillis);
        return new Span(from, Math.max(from, Math.min(toMillis, other.toMillis)));
    }

    /** Those parts of them that have a length and lie within the other. */
    static List<Span> within(Span other, List<Span> spans) {
        return spans.stream()
                .map(span -> span.within(other))
                .filter(span -> span.millis() > 0)
                .toList();
    }

    /** The time that lies in some of the one and in some of the other; within each of the two lists, no two overlap. */
    static List<Span> common(List<Span> spans, List<Span> others) {
        return others.stream().flatMap(other -> within(other, spans).stream()).toList();
    }

    /** The same time in as few spans as possible, each moment once, in the order of time. */
    static List<Span> union(List<Span> spans) {
        List<Span> union = new ArrayList<>();
        for (Span span : spans.stream()
                .sorted(Comparator.comparingLong(Span::fromMillis))
                .toList()) {
            Span last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && span.fromMillis <= last.toMillis) {
                union.set(union.size() - 1, new Span(last.fromMillis, Math.max(last.toMillis, span.toMillis)));
            } else {
                union.add(span);
            }
        }
        return union;
    }

    static long sumMillis(List<Span> spans) {
        return spans.stream().mapToLong(Span::millis).sum();
    }
}
