package plumbline.ingest;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.ingest.intake.ReconnectDelay;

/** Work on a thread of its own that is begun again after each failure, after growing delays, until it is stopped. */
final class RetriedTask {
    private static final Logger LOG = LoggerFactory.getLogger(RetriedTask.class);

    private final String inVain;
    private final Attempt attempt;
    private final Consumer<RuntimeException> failed;
    private final ReconnectDelay delay = new ReconnectDelay(new SplittableRandom());
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final Thread worker;

    /** One go at the work, until it fails or {@link #isStopping}. */
    interface Attempt {
        /** Returns why it has ended. */
        String run(RetriedTask task) throws InterruptedException;
    }

    /**
     * Nothing begins before {@link #start}.
     *
     * @param name of the thread
     * @param inVain what does not happen while it fails, for the log
     * @param failed is told of a fault of ours, after which it is not begun again
     */
    RetriedTask(String name, String inVain, Attempt attempt, Consumer<RuntimeException> failed) {
        this.inVain = inVain;
        this.attempt = attempt;
        this.failed = failed;
        this.worker = new Thread(this::work, name);
    }

    void start() {
        worker.start();
    }

    private void work() {
        try {
            while (!isStopping()) {
                String cause = attempt.run(this);
                if (!isStopping()) {
                    Duration wait = delay.next();
                    LOG.warn("{}: {}; next try in {} ms", inVain, cause, wait.toMillis());
                    pause(wait);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped amid a call");
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    /** It goes well: after a later failure the delays begin anew. */
    void succeeded() {
        delay.succeeded();
    }

    /** Waits, unless it is stopped. */
    void pause(Duration length) throws InterruptedException {
        stopRequested.await(length.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isStopping() {
        return stopRequested.getCount() == 0;
    }

    /** Bids it stop, without waiting. */
    void stop() {
        stopRequested.countDown();
    }

    Thread worker() {
        return worker;
    }
}
