package plumbline.ingest.intake;

import java.time.Duration;

/**
 * Tells when a session has delivered what the broker held for it. MQTT has no word for that; but a broker that holds more
 * and may send it does so, far faster than {@value #CALM_BELOW} messages a second. For use by one thread.
 */
public final class HeldBacklog {
    /** Longer than a broker that has fallen silent goes unnoticed: twice the keep-alive. */
    static final int CALM_SPANS = 35;

    /** Under a load that is never calm: more than Mosquitto holds in 256 MiB. */
    static final int MOST_MESSAGES = 6_000_000;

    static final Duration SPAN = Duration.ofSeconds(1);

    /** The Receive Maximum: so many the broker may send at once, without one being confirmed. */
    static final int CALM_BELOW = 500;

    private int arrived;
    private boolean wasFree;
    private long spanEndNanos;
    private int calmSpans;
    private int messages;

    /** A session whose delivery begins at {@code nanoTime}. */
    public HeldBacklog(long nanoTime) {
        this.spanEndNanos = nanoTime + SPAN.toNanos();
    }

    /** A message was taken in. */
    public void arrived() {
        arrived++;
        messages++;
    }

    /**
     * Whether all of it has come: for {@value #CALM_SPANS} seconds on end the broker might have sent more than it did; or more
     * has come than it can have held.
     *
     * @param unacknowledged how many messages the broker waits for to be confirmed; while it does, its silence tells nothing
     */
    public boolean isDelivered(long nanoTime, int unacknowledged) {
        wasFree |= unacknowledged == 0;
        if (nanoTime - spanEndNanos >= 0) {
            spanEndNanos = nanoTime + SPAN.toNanos();
            calmSpans = arrived < CALM_BELOW && wasFree ? calmSpans + 1 : 0;
            arrived = 0;
            wasFree = false;
        }
        return calmSpans >= CALM_SPANS || messages >= MOST_MESSAGES;
    }
}
