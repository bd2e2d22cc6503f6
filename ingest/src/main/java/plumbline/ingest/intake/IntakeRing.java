package plumbline.ingest.intake;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The messages of one connection between receipt and confirmation, bounded in number and in bytes. */
final class IntakeRing {
    private final OrderedAcks acks;
    private final long maxWaitingBytes;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private long waitingBytes;

    /** A message that is not stored yet. */
    record Waiting(long ticket, InboundPublish publish) {}

    IntakeRing(int maxUnacknowledged, long maxWaitingBytes) {
        this.acks = new OrderedAcks(maxUnacknowledged);
        this.maxWaitingBytes = maxWaitingBytes;
    }

    /** False where there is no room. */
    boolean offer(InboundPublish publish) {
        int bytes = publish.payload().length;
        if (acks.isFull() || waitingBytes + bytes > maxWaitingBytes) {
            return false;
        }
        queue.add(new Waiting(acks.received(publish.packetId(), publish.arrivedAt()), publish));
        waitingBytes += bytes;
        return true;
    }

    /** The next message to be stored, null where none waits. */
    @Nullable
    Waiting poll() {
        Waiting waiting = queue.poll();
        if (waiting != null) {
            waitingBytes -= waiting.publish().payload().length;
        }
        return waiting;
    }

    /** Whether half of the bytes that may wait do. */
    boolean isHalfFull() {
        return 2 * waitingBytes > maxWaitingBytes;
    }

    void stored(long ticket, IntConsumer acknowledge) {
        acks.stored(ticket, acknowledge);
    }

    int waiting() {
        return queue.size();
    }

    int unacknowledged() {
        return acks.unacknowledged();
    }

    Optional<Instant> oldestReceivedAt() {
        return acks.oldestReceivedAt();
    }
}
