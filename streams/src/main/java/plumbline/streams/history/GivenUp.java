package plumbline.streams.history;

import java.util.ArrayDeque;
import java.util.Deque;
import plumbline.streams.order.Arrival;
import plumbline.streams.order.UploadOrder;

/**
 * Up to when nobody waits any more for what has not come: an upload is overtaken by others for as long as they would have been
 * held for it, and late after that. Told of the uploads of one device in order of arrival.
 */
final class GivenUp {
    private final Deque<Arrival> waiting = new ArrayDeque<>();
    private long beforeMillis = Long.MIN_VALUE;

    /** Whether it comes after newer ones that have not waited for it. */
    boolean isLate(Arrival arrival) {
        while (!waiting.isEmpty()
                && waiting.getFirst().arrivalMillis() + UploadOrder.HELD_MILLIS < arrival.arrivalMillis()) {
            giveUp();
        }
        return arrival.newestMillis() < beforeMillis;
    }

    void add(Arrival arrival) {
        waiting.addLast(arrival);
        if (waiting.size() > UploadOrder.MOST_HELD) {
            giveUp();
        }
    }

    private void giveUp() {
        beforeMillis = Math.max(beforeMillis, waiting.removeFirst().newestMillis());
    }
}
