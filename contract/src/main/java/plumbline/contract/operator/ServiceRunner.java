package plumbline.contract.operator;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one service until it is told to stop or fails; the exit code says which. */
public final class ServiceRunner {
    public static final int STOPPED = 0;
    public static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(25);
    private static final Duration FAULT_CHECK = Duration.ofMillis(200);

    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile int exitCode = STOPPED;

    private ServiceRunner() {}

    /**
     * Starts {@code service} with its operator's endpoint, and returns its exit code once it has stopped.
     *
     * @return {@link #STOPPED} after SIGTERM or SIGINT, {@link #FAILED} where the service gave up
     */
    public static int run(Service service, OpsOptions ops, PrometheusMeterRegistry registry) {
        return new ServiceRunner().runUntilStopped(service, ops, registry);
    }

    private int runUntilStopped(Service service, OpsOptions ops, PrometheusMeterRegistry registry) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndHalt, "stop-" + service.name()));
        try (OpsServer server = OpsServer.start(ops, registry, service);
                service) {
            service.start();
            LOG.info("{} started; health, readiness and metrics at {}", service.name(), server.address());
            exitCode = awaitEnd(service);
            LOG.info("{} stops", service.name());
        } catch (ServiceException e) {
            LOG.error("{} can't work: {}", service.name(), e.getMessage());
            exitCode = FAILED;
        } finally {
            stopped.countDown();
        }
        return exitCode;
    }

    private int awaitEnd(Service service) {
        try {
            while (!stopRequested.await(FAULT_CHECK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (service.fault().isPresent()) {
                    LOG.error("{} gives up: {}", service.name(), service.fault().get());
                    return FAILED;
                }
            }
            return STOPPED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** A signal's own exit code would hide whether the stop was clean. */
    private void stopAndHalt() {
        stopRequested.countDown();
        try {
            if (!stopped.await(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                exitCode = FAILED;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
