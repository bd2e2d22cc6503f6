package plumbline.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that dies is replaced, at most {@value #MOST} times in ten minutes; then the service gives up. */
public final class FailurePolicy implements StreamsUncaughtExceptionHandler {
    static final int MOST = 3;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

    private final InstantSource clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    public FailurePolicy(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
        Instant now = clock.instant();
        while (!deaths.isEmpty() && !deaths.peekFirst().isAfter(now.minus(WITHIN))) {
            deaths.removeFirst();
        }
        deaths.addLast(now);
        if (deaths.size() > MOST) {
            LOG.error(
                    "a stream thread died for the {}th time in {} minutes",
                    deaths.size(),
                    WITHIN.toMinutes(),
                    exception);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("a stream thread died and is replaced", exception);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
