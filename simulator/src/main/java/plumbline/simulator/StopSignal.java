package plumbline.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** SIGTERM and SIGINT, as something to wait for; the JVM ends once this is closed, with exit code 0. */
final class StopSignal implements AutoCloseable {
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);
    private static final int NOT_CLOSED = 1;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-simulation");

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether a signal came before {@code bound} was over. */
    boolean await(Duration bound) {
        try {
            return requested.await(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void stop() {
        requested.countDown();
        try {
            boolean clean = closed.await(CLOSED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            Runtime.getRuntime().halt(clean ? 0 : NOT_CLOSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (requested.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        closed.countDown();
    }
}
