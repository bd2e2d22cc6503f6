package plumbline.standalone.faults.posture;

import java.util.Collection;
import java.util.List;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Episode;

/** What happens to an upload on its way, before it is in Kafka. */
public interface Disturbance {
    /** Everything arrives once, in order, on time. */
    Disturbance NONE = List::of;

    /** What arrives instead of it. */
    List<Delivery> of(Delivery clean);

    /** What is told of the past beside, where wearers come to {@code ended} now; of whatever revision. */
    default List<Episode> past(Collection<Episode> ended) {
        return List.of();
    }

    /** Whether the device still has to be told what it would be told without. */
    default boolean spares(DeviceId device) {
        return true;
    }
}
