package plumbline.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that dies is replaced. One that dies of local state that can't be read would only die again: then the threads
 * are ended, and the state is to be deleted and restored. Both at most {@value #MOST} times in ten minutes together; then
 * the service gives up.
 */
public final class FailurePolicy implements StreamsUncaughtExceptionHandler {
    static final int MOST = 3;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

    private final InstantSource clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private boolean isRestoreDue;

    public FailurePolicy(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
        if (isRestoreDue) {
            // Threads that share the broken state die one after the other, and of one cause.
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        note(clock.instant());
        if (deaths.size() > MOST) {
            LOG.error(
                    "a stream thread died for the {}th time in {} minutes",
                    deaths.size(),
                    WITHIN.toMinutes(),
                    exception);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (isOfLocalState(exception)) {
            LOG.warn("the local state can't be used: it will be deleted and restored from Kafka", exception);
            isRestoreDue = true;
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("a stream thread died and is replaced", exception);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private void note(Instant now) {
        while (!deaths.isEmpty() && !deaths.peekFirst().isAfter(now.minus(WITHIN))) {
            deaths.removeFirst();
        }
        deaths.addLast(now);
    }

    private static boolean isOfLocalState(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProcessorStateException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the local state is to be deleted once all threads have ended. */
    public synchronized boolean isRestoreDue() {
        return isRestoreDue;
    }

    /** The local state was deleted, and new threads begin. */
    public synchronized void restoring() {
        isRestoreDue = false;
    }
}
