package plumbline.simulator.mqtt;

import java.util.concurrent.CompletableFuture;
import plumbline.contract.device.DeviceConnection;

/** One device's connection to the broker. A connection that breaks is made again until it is dropped or closed. */
public interface DeviceLink {
    /**
     * Connects and subscribes to what is meant for the device, where it is not connected; says {@code status} either way.
     *
     * @return completes once it is subscribed; fails only where the broker refuses
     */
    CompletableFuture<?> connect(DeviceConnection status);

    /** Completes once the broker has the packet; fails where it will not have it by this attempt. */
    CompletableFuture<?> publish(Packet packet);

    /** Leaves the network: its status is offline, and what comes meanwhile waits at the broker. */
    CompletableFuture<?> drop();

    /** Ends for good: says that it is offline and leaves nothing at the broker but that. */
    CompletableFuture<?> close();
}
