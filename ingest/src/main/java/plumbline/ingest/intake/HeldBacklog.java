package plumbline.ingest.intake;

import java.time.Duration;

/**
 * Tells when a session has delivered what the broker held for it. MQTT has no word for that; but a broker that holds more
 * and may send it does so, far faster than {@value #CALM_BELOW} messages a second. For use by one thread.
 */
public final class HeldBacklog {
    /** Longer than a broker that has more to send would pause. */
    static final int CALM_SPANS = 10;

    /** Ten minutes: under a load that is never calm, one connection takes in more until then than a broker holds. */
    static final int MOST_SPANS = 600;

    static final Duration SPAN = Duration.ofSeconds(1);

    /** The Receive Maximum: so many the broker may send at once, without one being confirmed. */
    static final int CALM_BELOW = 500;

    private int arrived;
    private boolean wasFree;
    private long spanEndNanos;
    private int calmSpans;
    private int spans;

    /** A session whose delivery begins at {@code nanoTime}. */
    public HeldBacklog(long nanoTime) {
        this.spanEndNanos = nanoTime + SPAN.toNanos();
    }

    /** A message was taken in. */
    public void arrived() {
        arrived++;
    }

    /**
     * Whether all of it has come: for ten seconds on end the broker might have sent more than it did; or ten minutes are over.
     *
     * @param unacknowledged how many messages the broker waits for to be confirmed; while it does, its silence tells nothing
     */
    public boolean isDelivered(long nanoTime, int unacknowledged) {
        wasFree |= unacknowledged == 0;
        if (nanoTime - spanEndNanos >= 0) {
            spanEndNanos = nanoTime + SPAN.toNanos();
            spans++;
            calmSpans = arrived < CALM_BELOW && wasFree ? calmSpans + 1 : 0;
            arrived = 0;
            wasFree = false;
        }
        return calmSpans >= CALM_SPANS || spans >= MOST_SPANS;
    }
}
