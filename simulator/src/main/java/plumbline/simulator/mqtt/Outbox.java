package plumbline.simulator.mqtt;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a device has to send, kept until the broker acknowledges it. Messages go out in order, a bounded number at a
 * time; one that failed holds the rest back until {@link #retry()}. Safe for use by several threads.
 */
public final class Outbox {
    static final int MAX_IN_FLIGHT = 32;

    /** Above what a device stores in a day; then the oldest that is not on its way gives way. */
    static final int MAX_WAITING = 2_000;

    private final Function<Packet, CompletableFuture<?>> transport;
    private final TreeMap<Long, Packet> waiting = new TreeMap<>();
    private final TreeMap<Long, Packet> inFlight = new TreeMap<>();
    private long nextTicket;
    private boolean stalled;
    private OutboxTotals totals = OutboxTotals.NONE;

    /** The future that {@code transport} gives completes once the broker has the packet, or fails. */
    public Outbox(Function<Packet, CompletableFuture<?>> transport) {
        this.transport = transport;
    }

    public synchronized void add(Packet packet) {
        if (waiting.size() == MAX_WAITING) {
            waiting.pollFirstEntry();
            totals = totals.withDropped();
        }
        waiting.put(nextTicket++, packet);
        totals = totals.withAdded(packet);
        pump();
    }

    /** Sends again what failed, and goes on. */
    public synchronized void retry() {
        stalled = false;
        pump();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // both ends of the future lead to settle
    private void pump() {
        while (!stalled && inFlight.size() < MAX_IN_FLIGHT && !waiting.isEmpty()) {
            Map.Entry<Long, Packet> next = waiting.pollFirstEntry();
            inFlight.put(next.getKey(), next.getValue());
            transport.apply(next.getValue()).whenComplete((result, failure) -> settle(next.getKey(), failure));
        }
    }

    private synchronized void settle(long ticket, @Nullable Throwable failure) {
        Packet packet = inFlight.remove(ticket);
        if (packet == null) {
            return;
        }
        if (failure == null) {
            totals = totals.withAcknowledged(packet);
        } else {
            waiting.put(ticket, packet);
            stalled = true;
        }
        pump();
    }

    /** Whether another message fits without the loss of an older one. */
    public synchronized boolean hasRoom() {
        return waiting.size() < MAX_WAITING;
    }

    public synchronized boolean isEmpty() {
        return waiting.isEmpty() && inFlight.isEmpty();
    }

    public synchronized OutboxTotals totals() {
        return totals;
    }
}
