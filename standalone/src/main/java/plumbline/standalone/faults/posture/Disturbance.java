package plumbline.standalone.faults.posture;

import java.util.List;
import plumbline.contract.device.DeviceId;

/** What happens to an upload on its way, before it is in Kafka. */
public interface Disturbance {
    /** Everything arrives once, in order, on time. */
    Disturbance NONE = List::of;

    /** What arrives instead of it. */
    List<Delivery> of(Delivery clean);

    /** Whether the device still has to be told what it would be told without. */
    default boolean spares(DeviceId device) {
        return true;
    }
}
