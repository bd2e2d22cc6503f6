package plumbline.contract.device;

import org.jspecify.annotations.Nullable;

/** A device's retained status message; {@code OFFLINE} is also its last will. */
public record DeviceConnection(
        int v,
        State state,
        @Nullable Long boot,
        @Nullable Integer battery,
        @Nullable String firmware) {
    /** Whether the device is connected. */
    public enum State {
        ONLINE,
        OFFLINE
    }
}
