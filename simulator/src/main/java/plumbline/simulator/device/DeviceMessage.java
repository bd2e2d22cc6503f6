package plumbline.simulator.device;

import plumbline.contract.device.DeviceConnection;

/** What a virtual device does towards the network. */
public sealed interface DeviceMessage {
    /** It connects, and says so. */
    record Online(DeviceConnection status) implements DeviceMessage {}

    /** It leaves the network. */
    record Offline() implements DeviceMessage {}

    /** It sends readings. */
    record Readings(plumbline.contract.device.Upload upload) implements DeviceMessage {}

    /** Its wearer answers. */
    record Said(plumbline.contract.device.Answer answer) implements DeviceMessage {}
}
