package plumbline.ingest.intake;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What the ingester does next, as a state machine: first the log, then a connection, then its subscription, then it
 * forwards; after each failure it pauses and begins again where it broke. Whoever runs it carries the step out and tells
 * what came of it. For use by one thread, but for {@link #stop}.
 */
public final class IntakeCycle {
    /** What is to be done now. */
    public enum Step {
        /** Make sure of the log. */
        OPEN_LOG,
        /** Begin an epoch on a connection of its own. */
        CONNECT,
        /** Subscribe, whether or not the session was kept: the last connection may have ended before it did. */
        SUBSCRIBE,
        /** Forward until the epoch ends or a stop is asked for. */
        FORWARD,
        /** Take nothing in any more, and forward what has come. */
        FLUSH,
        /** Wait for {@link #delay}. */
        PAUSE,
        /** There is nothing more to do. */
        END
    }

    private final ReconnectDelay delays;
    private Step step = Step.OPEN_LOG;
    private Step afterPause = Step.OPEN_LOG;
    private Duration delay = Duration.ZERO;
    private boolean sessionExpected;
    private volatile boolean stopping;

    /** @param random spreads the delays */
    public IntakeCycle(RandomGenerator random) {
        this.delays = new ReconnectDelay(random);
    }

    public Step next() {
        if (stopping && step != Step.FLUSH) {
            step = step == Step.FORWARD ? Step.FLUSH : Step.END;
        }
        return step;
    }

    /** How long the pause is that is due. */
    public Duration delay() {
        return delay;
    }

    public boolean isStopping() {
        return stopping;
    }

    /** From any thread: what has come is still stored, nothing more is taken in. */
    public void stop() {
        stopping = true;
    }

    public void logOpened() {
        step = Step.CONNECT;
    }

    public void logUnavailable() {
        pauseBefore(Step.OPEN_LOG);
    }

    /**
     * There is a connection.
     *
     * @return whether the broker has lost the session, and with it messages that it had acknowledged
     */
    public boolean connected(boolean sessionKept) {
        step = Step.SUBSCRIBE;
        return sessionExpected && !sessionKept;
    }

    public void subscribed() {
        sessionExpected = true;
        delays.succeeded();
        step = Step.FORWARD;
    }

    /** The connection could not be made, or has ended; {@code logBroken} where nothing more can be stored through the log. */
    public void disconnected(boolean logBroken) {
        pauseBefore(logBroken ? Step.OPEN_LOG : Step.CONNECT);
    }

    public void flushed() {
        step = Step.END;
    }

    public void paused() {
        step = afterPause;
    }

    private void pauseBefore(Step following) {
        afterPause = following;
        delay = delays.next();
        step = Step.PAUSE;
    }
}
