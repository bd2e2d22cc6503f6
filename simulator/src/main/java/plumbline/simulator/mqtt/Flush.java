package plumbline.simulator.mqtt;

import java.time.Duration;
import java.util.Collection;

/** Waits for acknowledgements before a connection is closed. */
public final class Flush {
    private static final long CHECK_MILLIS = 10;

    private Flush() {}

    /** Whether all of {@code outboxes} were empty within {@code bound}. */
    public static boolean await(Collection<Outbox> outboxes, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        while (!outboxes.stream().allMatch(Outbox::isEmpty)) {
            if (System.nanoTime() - end > 0 || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(CHECK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
