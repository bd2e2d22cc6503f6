package plumbline.streams.detection;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import plumbline.contract.device.SittingSpan;

/**
 * The spans of one upload, to be taken among its readings in the order of time. What a reading says otherwise counts for as
 * long as the reading stands; the span goes on after that. Event time, milliseconds.
 */
final class SittingSpans {
    /** What was not taken yet, in the order of time, without overlaps. */
    private final Deque<Span> left = new ArrayDeque<>();

    private record Span(long from, long to) {}

    /** Takes a span, or a part of one. */
    interface Taker {
        void take(long fromMillis, long untilMillis);
    }

    /** @param correctionMillis to be added to the device's times */
    SittingSpans(List<SittingSpan> told, long correctionMillis) {
        told.stream()
                .map(span -> new Span(span.fromMillis() + correctionMillis, span.toMillis() + correctionMillis))
                .sorted(Comparator.comparingLong(Span::from))
                .forEach(this::join);
    }

    private void join(Span next) {
        Span last = left.peekLast();
        if (last != null && next.from <= last.to) {
            left.removeLast();
            left.addLast(new Span(last.from, Math.max(last.to, next.to)));
        } else {
            left.addLast(next);
        }
    }

    /** Takes what lies before a time and was not taken yet. */
    void takeUntil(long millis, Taker taker) {
        while (!left.isEmpty() && left.getFirst().from < millis) {
            Span first = left.getFirst();
            taker.take(first.from, Math.min(first.to, millis));
            goOnAt(millis);
        }
    }

    /** A reading says otherwise, and stands until {@code untilMillis} at most; what lies before it was taken. */
    void giveWay(long timeMillis, long untilMillis) {
        if (!left.isEmpty() && left.getFirst().from <= timeMillis) {
            goOnAt(untilMillis);
        }
    }

    private void goOnAt(long millis) {
        Span first = left.removeFirst();
        if (first.to > millis) {
            left.addFirst(new Span(millis, first.to));
        }
    }
}
