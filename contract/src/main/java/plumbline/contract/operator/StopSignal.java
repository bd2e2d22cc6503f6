package plumbline.contract.operator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM and SIGINT, as something to wait for. After a signal the process lives until this is closed, and then ends with
 * an exit code that says how it went, where the signal's own code would hide it.
 */
public final class StopSignal implements AutoCloseable {
    private static final int NOT_CLOSED_IN_TIME = 1;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration closedWithin;
    private final Thread hook = new Thread(this::endInOrder, "stop");
    private volatile int exitCode;

    /** @param closedWithin how long an orderly end may take before the process just ends */
    public StopSignal(Duration closedWithin) {
        this.closedWithin = closedWithin;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits; whether a signal came before {@code bound} was over. */
    public boolean await(Duration bound) {
        try {
            return requested.await(bound.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The exit code after a signal, 0 unless it is set. */
    public void exitWith(int code) {
        exitCode = code;
    }

    private void endInOrder() {
        requested.countDown();
        try {
            boolean inTime = closed.await(closedWithin.toMillis(), TimeUnit.MILLISECONDS);
            Runtime.getRuntime().halt(inTime ? exitCode : NOT_CLOSED_IN_TIME);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(NOT_CLOSED_IN_TIME);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (requested.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the signal came just now, and the hook ends the process
            }
        }
    }
}
