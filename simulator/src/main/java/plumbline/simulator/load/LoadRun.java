package plumbline.simulator.load;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.simulator.mqtt.FleetPublisher;
import plumbline.simulator.mqtt.Flush;
import plumbline.simulator.roster.UploadEncoding;
import plumbline.simulator.roster.UploadFormat;

/**
 * A load under way. Its uploads are due at fixed times, whatever the broker does: a slow one is not spared, but a device
 * whose queue is full does not send.
 */
public final class LoadRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoadRun.class);
    private static final Duration SEND_EVERY = Duration.ofMillis(5);
    private static final Duration RETRY_EVERY = Duration.ofMillis(500);

    private final LoadPlan plan;
    private final Clock clock;
    private final FleetPublisher publisher;
    private final List<LoadDevice> devices;
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(LoadRun::thread);
    private final long beginNanos;
    private boolean stopped;
    private long sent;

    private LoadRun(MqttEndpoint broker, LoadPlan plan, LoadLedger ledger, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.publisher = new FleetPublisher(broker);
        this.devices = IntStream.range(0, plan.devices())
                .mapToObj(index -> new LoadDevice(
                        plan, index, UploadEncoding.of(UploadFormat.MIXED, index), ledger, publisher::link))
                .toList();
        connect();
        this.beginNanos = System.nanoTime();
        every(SEND_EVERY, this::sendDue);
        every(RETRY_EVERY, () -> devices.forEach(device -> device.sendAgain(clock)));
    }

    /**
     * Connects the devices and begins to send.
     *
     * @throws plumbline.contract.operator.ServiceException where they can't connect
     */
    public static LoadRun start(MqttEndpoint broker, LoadPlan plan, LoadLedger ledger, Clock clock) {
        return new LoadRun(broker, plan, ledger, clock);
    }

    private void connect() {
        try {
            publisher.awaitConnected(devices.stream().map(LoadDevice::connect).toList());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "load");
        thread.setDaemon(true);
        return thread;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // failures are told within
    private void every(Duration interval, Runnable step) {
        sender.scheduleAtFixedRate(() -> watched(step), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The scheduler would end in silence. */
    private static void watched(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("the load stops", e);
            throw e;
        }
    }

    private void sendDue() {
        double seconds = (System.nanoTime() - beginNanos) / 1e9;
        long due = (long) (seconds * plan.uploadsPerSecond());
        while (sent < due && sendNext()) {
            sent++;
        }
    }

    /** Whether it may; one at a time, so that none is half sent once they are stopped. */
    private synchronized boolean sendNext() {
        if (!stopped) {
            devices.get((int) (sent % devices.size())).sendNext(clock);
        }
        return !stopped;
    }

    /** From now on nothing new is sent; what is not acknowledged or stored still is, again. */
    public synchronized void stopSending() {
        stopped = true;
    }

    /** Waits until the broker has acknowledged all that was sent; whether so it was within {@code bound}. */
    public boolean awaitSettled(Duration bound) {
        return Flush.await(devices.stream().map(LoadDevice::outbox).toList(), bound);
    }

    @Override
    public void close() {
        sender.shutdownNow();
        publisher.close();
    }
}
