package plumbline.standalone.faults.stage;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import plumbline.standalone.faults.process.ServiceProcess;

/** The most heap that a service was seen to use, asked each second. */
final class HeapWatch implements AutoCloseable {
    private final ServiceProcess service;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(HeapWatch::daemon);
    private final ScheduledFuture<?> looking;
    private volatile long peakBytes;

    HeapWatch(ServiceProcess service) {
        this.service = service;
        looking = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "heap-watch");
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        peakBytes = Math.max(peakBytes, service.heapBytes());
    }

    long peakBytes() {
        return peakBytes;
    }

    @Override
    public void close() {
        looking.cancel(true);
        clock.shutdownNow();
    }
}
