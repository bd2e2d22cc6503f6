package plumbline.ingest.intake;

import java.time.Duration;

/**
 * Tells when a session has delivered what the broker held for it. MQTT has no word for that; but a broker that holds more
 * and may send it does so, far faster than {@value #CALM_BELOW} messages a second. Safe for use by several threads.
 */
public final class HeldBacklog {
    /** Longer than a broker that has more to send would pause. */
    static final int CALM_SPANS = 10;

    static final Duration SPAN = Duration.ofSeconds(1);

    /** The Receive Maximum: so many the broker may send at once, without one being confirmed. */
    static final int CALM_BELOW = 500;

    private int arrived;
    private long spanEndNanos;
    private int calmSpans;

    /** A session whose delivery begins at {@code nanoTime}. */
    public HeldBacklog(long nanoTime) {
        this.spanEndNanos = nanoTime + SPAN.toNanos();
    }

    public synchronized void arrived() {
        arrived++;
    }

    /**
     * Whether all of it has come: for ten seconds on end the broker might have sent more than it did.
     *
     * @param heldBack whether it may not send all that it has
     */
    public synchronized boolean isDelivered(long nanoTime, boolean heldBack) {
        if (nanoTime - spanEndNanos >= 0) {
            spanEndNanos = nanoTime + SPAN.toNanos();
            calmSpans = arrived < CALM_BELOW && !heldBack ? calmSpans + 1 : 0;
            arrived = 0;
        }
        return calmSpans >= CALM_SPANS;
    }
}
