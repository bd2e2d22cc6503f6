package plumbline.simulator.mqtt;

import plumbline.contract.device.DeviceTopicKind;

/** Takes what comes to one device, on a thread of the client: to be noted, never worked on. */
@FunctionalInterface
public interface DeviceInbox {
    /** One that listens to nothing. */
    DeviceInbox DEAF = (kind, payload) -> {};

    void take(DeviceTopicKind kind, byte[] payload);
}
