package plumbline.ingest.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** An MQTT broker with one lasting session: packet ids, Receive Maximum, redelivery, and a session it may lose. */
final class SimulatedBroker {
    private static final int MAX_PACKET_ID = 65_535;

    private final SplittableRandom chance;
    private final int receiveMaximum;

    /** Some brokers send again under the same packet id, some under a new one. */
    private final boolean keepsPacketIds;

    private final Deque<Long> queue = new ArrayDeque<>();
    private final Map<Integer, Long> inFlight = new LinkedHashMap<>();
    private final Map<Long, Integer> formerIds = new LinkedHashMap<>();
    private final Set<Long> accepted = new HashSet<>();
    private final Set<Long> lost = new HashSet<>();
    private int lastPacketId;
    private boolean session;
    private boolean subscribed;
    private boolean connected;

    SimulatedBroker(SplittableRandom chance) {
        this.chance = chance;
        receiveMaximum = 1 + chance.nextInt(30);
        keepsPacketIds = chance.nextInt(2) == 0;
    }

    /** One message under its packet id. */
    record Delivery(int packetId, long message) {}

    /** A device sends; where nobody has subscribed it is told so, and owed nothing. */
    void publish(long message) {
        if (subscribed) {
            accepted.add(message);
            queue.add(message);
        }
    }

    /** Whether the session was kept. */
    boolean connect() {
        boolean kept = session;
        session = true;
        connected = true;
        deliverAgain();
        return kept;
    }

    void subscribe() {
        subscribed = true;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    private void deliverAgain() {
        formerIds.clear();
        if (keepsPacketIds) {
            inFlight.forEach((id, message) -> formerIds.put(message, id));
        }
        List<Long> again = new ArrayList<>(inFlight.values());
        inFlight.clear();
        Collections.reverse(again);
        again.forEach(queue::addFirst);
    }

    void disconnect() {
        connected = false;
    }

    /** All that was not confirmed is gone, and packet ids begin anew. */
    void loseSession() {
        lost.addAll(queue);
        lost.addAll(inFlight.values());
        queue.clear();
        inFlight.clear();
        formerIds.clear();
        lastPacketId = 0;
        session = false;
        subscribed = false;
    }

    /** The next delivery, null where there is none or the receiver has enough. */
    @Nullable
    Delivery deliver(boolean beyondMaximum) {
        if (!connected || queue.isEmpty() || (!beyondMaximum && inFlight.size() >= receiveMaximum)) {
            return null;
        }
        long message = queue.removeFirst();
        Integer former = formerIds.remove(message);
        int packetId = former != null && !inFlight.containsKey(former) ? former : freeId();
        inFlight.put(packetId, message);
        return new Delivery(packetId, message);
    }

    private int freeId() {
        do {
            lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
        } while (inFlight.containsKey(lastPacketId) || formerIds.containsValue(lastPacketId));
        return lastPacketId;
    }

    /** The message a PUBACK confirms; fails where it confirms none, or not the oldest. */
    long confirmed(int packetId) {
        Long message = inFlight.get(packetId);
        Violation.unless(
                message != null, "packet id %d is confirmed and was not delivered on this connection", packetId);
        int oldest = inFlight.keySet().iterator().next();
        Violation.unless(oldest == packetId, "packet id %d is confirmed before the older %d", packetId, oldest);
        inFlight.remove(packetId);
        return message == null ? -1 : message;
    }

    boolean isEmpty() {
        return queue.isEmpty() && inFlight.isEmpty();
    }

    /** What was acknowledged to devices and not lost by the broker itself. */
    Set<Long> owed() {
        Set<Long> owed = new HashSet<>(accepted);
        owed.removeAll(lost);
        return owed;
    }
}
