package plumbline.simulator.device;

import plumbline.contract.device.Activity;

/** Drains while the device is worn, charges while it is not. */
final class Battery {
    private static final double DRAIN_PER_READING = 0.0012;
    private static final double CHARGE_PER_READING = 0.01;

    private double percent;

    Battery(double percent) {
        this.percent = percent;
    }

    void advance(Activity activity) {
        double change = activity == Activity.OFF_BODY ? CHARGE_PER_READING : -DRAIN_PER_READING;
        percent = Math.max(1, Math.min(100, percent + change));
    }

    int percent() {
        return (int) percent;
    }
}
