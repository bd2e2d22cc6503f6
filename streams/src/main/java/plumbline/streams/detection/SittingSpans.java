package plumbline.streams.detection;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import plumbline.contract.device.SittingSpan;

/** The spans of one upload, to be taken among its readings in the order of time. Event time, milliseconds. */
final class SittingSpans {
    /** What was not taken to its end yet, in the order of time, without overlaps. */
    private final Deque<Span> left = new ArrayDeque<>();

    private record Span(long from, long to) {}

    /** Takes a span as far as some time. */
    interface Taker {
        void take(long fromMillis, long untilMillis);
    }

    /** @param correctionMillis to be added to the device's times */
    SittingSpans(List<SittingSpan> told, long correctionMillis) {
        told.stream()
                .filter(span -> span.fromMillis() < span.toMillis())
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

    /** Takes what lies before a time; a span that goes on beyond it is taken from its beginning again next time. */
    void takeUntil(long millis, Taker taker) {
        while (!left.isEmpty() && left.getFirst().from < millis) {
            Span first = left.getFirst();
            taker.take(first.from, Math.min(first.to, millis));
            if (first.to > millis) {
                return;
            }
            left.removeFirst();
        }
    }

    /** The wearer takes the device off or lies down: a span under way ends there. */
    void endAt(long millis) {
        if (!left.isEmpty() && left.getFirst().from <= millis) {
            left.removeFirst();
        }
    }
}
