package plumbline.simulator.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.lifecycle.MqttClientReconnector;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.device.DeviceId;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.operator.ServiceException;

/** Makes the links of many devices to one broker, over few shared threads. */
public final class FleetPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FleetPublisher.class);

    /** For good-byes, where nobody says otherwise. */
    public static final Duration DISCONNECT_WITHIN = Duration.ofSeconds(1);

    private static final int NETTY_THREADS = 2;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final long FIRST_DELAY_MILLIS = 200;
    private static final int MOST_DOUBLINGS = 4;

    private final MqttEndpoint broker;
    private final List<DeviceLink> links = new CopyOnWriteArrayList<>();
    private final ExecutorService loops = Executors.newFixedThreadPool(NETTY_THREADS, FleetPublisher::thread);

    public FleetPublisher(MqttEndpoint broker) {
        this.broker = broker;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "simulated-devices");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A link that is not connected yet.
     *
     * @param inbox gets each message to the device
     */
    public DeviceLink link(DeviceId device, DeviceInbox inbox) {
        DeviceLink link = new HiveLink(device, (wanted, connected) -> client(device, wanted, connected), inbox);
        links.add(link);
        return link;
    }

    private Mqtt5AsyncClient client(DeviceId device, Supplier<Boolean> wanted, Runnable connected) {
        Mqtt5ClientBuilder builder = MqttClient.builder()
                .useMqttVersion5()
                .identifier(device.value())
                .transportConfig()
                .serverHost(broker.host())
                .serverPort(broker.port())
                .socketConnectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .applyTransportConfig();
        return builder.executorConfig(MqttClientExecutorConfig.builder()
                        .nettyExecutor(loops)
                        .nettyThreads(NETTY_THREADS)
                        .build())
                .addConnectedListener(context -> connected.run())
                .addDisconnectedListener(context -> reconnect(wanted.get(), context.getReconnector()))
                .buildAsync();
    }

    private static void reconnect(boolean wanted, MqttClientReconnector reconnector) {
        long delay = FIRST_DELAY_MILLIS << Math.min(MOST_DOUBLINGS, reconnector.getAttempts());
        long jittered = ThreadLocalRandom.current().nextLong(delay / 2, delay);
        reconnector.reconnect(wanted).delay(jittered, TimeUnit.MILLISECONDS);
    }

    /**
     * Waits until all of {@code connecting} are connected, however many.
     *
     * @throws ServiceException where one is not, ten seconds after those before it
     */
    public void awaitConnected(List<? extends CompletableFuture<?>> connecting) {
        try {
            for (CompletableFuture<?> next : connecting) {
                next.get(CONNECT_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private ServiceException unreachable(Exception cause) {
        return new ServiceException(
                "the devices can't connect to the MQTT broker at " + broker.address() + "; is it running?", cause);
    }

    /** Closes all links and ends the shared threads, within {@link #DISCONNECT_WITHIN}. */
    @Override
    public void close() {
        close(DISCONNECT_WITHIN);
    }

    /** The same, within {@code bound}. */
    public void close(Duration bound) {
        try {
            all(links.stream().map(DeviceLink::close).toList()).get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("not every device could say good-bye", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            loops.shutdownNow();
        }
    }

    private static CompletableFuture<?> all(List<? extends CompletableFuture<?>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }
}
