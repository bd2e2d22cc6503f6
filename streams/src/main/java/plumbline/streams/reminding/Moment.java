package plumbline.streams.reminding;

import java.time.Instant;
import plumbline.contract.device.DeviceId;

/**
 * When the policy decides.
 *
 * @param nowMillis event time of the device's newest reading
 * @param arrivalMillis when it arrived
 * @param historical whether the device says it was taken while offline
 */
public record Moment(DeviceId device, long nowMillis, long arrivalMillis, boolean historical) {
    Instant now() {
        return Instant.ofEpochMilli(nowMillis);
    }
}
