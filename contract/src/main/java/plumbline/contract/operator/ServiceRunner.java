package plumbline.contract.operator;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one service until it is told to stop or gives up; the exit code says which. */
public final class ServiceRunner {
    public static final int STOPPED = 0;
    public static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(25);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private ServiceRunner() {}

    /**
     * Starts {@code service} with its operator's endpoint, and returns its exit code once it has stopped.
     *
     * @return {@link #STOPPED} after SIGTERM or SIGINT, {@link #FAILED} where the service can't begin or gives up
     */
    public static int run(Service service, OpsOptions ops, PrometheusMeterRegistry registry) {
        JvmGcMetrics collections = measureJvm(registry);
        try (StopSignal stop = new StopSignal(STOP_WITHIN)) {
            int exitCode = runUntilStopped(service, ops, registry, stop);
            stop.exitWith(exitCode);
            return exitCode;
        } finally {
            collections.close();
        }
    }

    /** Memory, threads, open files, processor and garbage collections of the process; the last are to be closed. */
    private static JvmGcMetrics measureJvm(PrometheusMeterRegistry registry) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(registry);
        return collections;
    }

    private static int runUntilStopped(
            Service service, OpsOptions ops, PrometheusMeterRegistry registry, StopSignal stop) {
        try (OpsServer server = OpsServer.start(ops, registry, service);
                service) {
            service.start();
            LOG.info("{} started; health, readiness and metrics at {}", service.name(), server.address());
            Optional<String> fault = awaitEnd(service, stop);
            fault.ifPresentOrElse(
                    why -> LOG.error("{} gives up: {}", service.name(), why),
                    () -> LOG.info("{} stops", service.name()));
            return fault.isPresent() ? FAILED : STOPPED;
        } catch (ServiceException e) {
            LOG.error("{} can't work: {}", service.name(), e.getMessage());
            return FAILED;
        }
    }

    private static Optional<String> awaitEnd(Service service, StopSignal stop) {
        while (!stop.await(LOOK_EVERY)) {
            Optional<String> fault = service.fault();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }
}
