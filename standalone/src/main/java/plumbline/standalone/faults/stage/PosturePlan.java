package plumbline.standalone.faults.stage;

import plumbline.standalone.faults.posture.Disturbance;

/**
 * Scripted wearers, and the instances of streams that look after them.
 *
 * @param disturbance what happens to uploads on their way
 */
public record PosturePlan(int devices, int instances, int standbys, boolean exactlyOnce, Disturbance disturbance) {
    private static final int FULL_DEVICES = 300;

    /** Two instances, each with a copy of the other's state. */
    public static PosturePlan of(Scale scale) {
        return new PosturePlan(scale.isQuick() ? scale.devices() : FULL_DEVICES, 2, 1, true, Disturbance.NONE);
    }

    public PosturePlan withInstances(int count, int copies) {
        return new PosturePlan(devices, count, copies, exactlyOnce, disturbance);
    }

    public PosturePlan atLeastOnce() {
        return new PosturePlan(devices, instances, standbys, false, disturbance);
    }

    public PosturePlan disturbedBy(Disturbance other) {
        return new PosturePlan(devices, instances, standbys, exactlyOnce, other);
    }

    /** As {@code exactly once, 2 instances, 1 standby}. */
    public String words() {
        return (exactlyOnce ? "exactly once, " : "at least once, ") + instances + " instances, " + standbys
                + " standbys";
    }
}
