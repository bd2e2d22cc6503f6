package plumbline.ingest.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Which messages may be confirmed to the broker: those stored, in the order of their receipt (MQTT 5, 4.6), so one that is
 * not stored yet holds back all behind it. Belongs to one connection, as packet ids do.
 */
public final class OrderedAcks {
    private final int[] packetIds;
    private final boolean[] stored;
    private final Instant[] receivedAt;
    private long oldest;
    private long next;

    /** Room for {@code capacity} unconfirmed messages. */
    public OrderedAcks(int capacity) {
        packetIds = new int[capacity];
        stored = new boolean[capacity];
        receivedAt = new Instant[capacity];
    }

    public boolean isFull() {
        return unacknowledged() == packetIds.length;
    }

    public int unacknowledged() {
        return (int) (next - oldest);
    }

    /** When the oldest unconfirmed message was received. */
    public Optional<Instant> oldestReceivedAt() {
        return next == oldest ? Optional.empty() : Optional.of(receivedAt[slot(oldest)]);
    }

    /**
     * Notes a message as received.
     *
     * @return its ticket for {@link #stored}
     */
    public long received(int packetId, Instant at) {
        if (isFull()) {
            throw new IllegalStateException("no room for another unconfirmed message");
        }
        int slot = slot(next);
        packetIds[slot] = packetId;
        stored[slot] = false;
        receivedAt[slot] = at;
        return next++;
    }

    /** Notes a message as stored, and hands the packet ids that may now be confirmed to {@code acknowledge}, in order. */
    public void stored(long ticket, IntConsumer acknowledge) {
        if (ticket < oldest || ticket >= next || stored[slot(ticket)]) {
            throw new IllegalArgumentException("message " + ticket + " is not waiting to be stored");
        }
        stored[slot(ticket)] = true;
        while (oldest < next && stored[slot(oldest)]) {
            acknowledge.accept(packetIds[slot(oldest)]);
            oldest++;
        }
    }

    private int slot(long ticket) {
        return (int) (ticket % packetIds.length);
    }
}
