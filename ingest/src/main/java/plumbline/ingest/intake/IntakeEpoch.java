package plumbline.ingest.intake;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one connection, from receipt through the log to their confirmation. It ends with the connection, when the
 * log breaks, or once a bound was reached and what lay within it is confirmed; what is not confirmed by then the broker
 * delivers again to the next one. Safe for use by several threads; forwarding is for one.
 */
public final class IntakeEpoch {
    /** A broker may exceed its Receive Maximum; beyond this nothing is taken in. */
    public static final int MAX_UNACKNOWLEDGED = 2_000;

    /** Twice the Receive Maximum: from here on nothing more is read, until a broker that exceeds it is back within it. */
    static final int PAUSE_AT_UNACKNOWLEDGED = 1_000;

    static final int RESUME_AT_UNACKNOWLEDGED = 500;

    /** As many uploads of the largest size as the Receive Maximum, twice. */
    public static final long MAX_WAITING_BYTES = 64L * 1024 * 1024;

    private final UploadIntake intake;
    private final IntakeLog log;
    private final IntakeSource source;
    private final Runnable changed;
    private final IntakeRing ring;
    private boolean paused;
    private Optional<String> overflow = Optional.empty();
    private Optional<String> endCause = Optional.empty();

    /**
     * A new epoch, empty.
     *
     * @param source this epoch's connection
     * @param changed is told when a message waits, when the last one is confirmed, and when the epoch ends
     * @param maxWaitingBytes of the messages that wait to be handed to the log
     */
    public IntakeEpoch(
            UploadIntake intake, IntakeLog log, IntakeSource source, Runnable changed, long maxWaitingBytes) {
        this.ring = new IntakeRing(MAX_UNACKNOWLEDGED, maxWaitingBytes);
        this.intake = intake;
        this.log = log;
        this.source = source;
        this.changed = changed;
    }

    /**
     * Takes a message in. Where there is no room for it, neither it nor any after it is: the epoch ends once those before it
     * are confirmed. Ending at once would confirm nothing, and a broker that exceeds its bound each time would never be
     * rid of what waits there.
     */
    public synchronized void receive(InboundPublish publish) {
        if (endCause.isPresent() || overflow.isPresent()) {
            return;
        }
        if (ring.offer(publish)) {
            pauseOrResume();
            changed.run();
        } else {
            overflow = Optional.of(
                    "the broker sends more than it may: " + ring.unacknowledged() + " messages were unconfirmed");
        }
    }

    private void pauseOrResume() {
        int unacknowledged = ring.unacknowledged();
        paused = ring.isHalfFull()
                || (paused ? unacknowledged > RESUME_AT_UNACKNOWLEDGED : unacknowledged >= PAUSE_AT_UNACKNOWLEDGED);
        source.pause(paused);
    }

    /** Hands the next message to the log; false where none waits. Ends the epoch where the log is held up. */
    public boolean forward() {
        log.heldUp().ifPresent(this::end);
        IntakeRing.Waiting waiting = next();
        if (waiting == null) {
            return false;
        }
        log.append(intake.judge(waiting.publish()), new IntakeLog.Outcome() {
            @Override
            public void stored() {
                settle(waiting.ticket());
            }

            @Override
            public void failed(String cause) {
                end(cause);
            }
        });
        return true;
    }

    private synchronized IntakeRing.@Nullable Waiting next() {
        return endCause.isEmpty() ? ring.poll() : null;
    }

    private synchronized void settle(long ticket) {
        if (endCause.isPresent()) {
            return;
        }
        ring.stored(ticket, source::acknowledge);
        pauseOrResume();
        if (ring.unacknowledged() == 0) {
            overflow.ifPresentOrElse(this::end, changed);
        }
    }

    /** From now on nothing is taken in, forwarded or confirmed. The first cause stands. */
    public synchronized void end(String cause) {
        if (endCause.isEmpty()) {
            endCause = Optional.of(cause);
            changed.run();
        }
    }

    public synchronized Optional<String> endCause() {
        return endCause;
    }

    /** How many messages wait to be handed to the log. */
    public synchronized int waiting() {
        return ring.waiting();
    }

    public synchronized int unacknowledged() {
        return ring.unacknowledged();
    }

    public synchronized Optional<Instant> oldestReceivedAt() {
        return ring.oldestReceivedAt();
    }
}
