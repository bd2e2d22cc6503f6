package plumbline.simulator.play;

import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Reminder;
import plumbline.simulator.wearer.Spell;

/** Hears what happens to simulated wearers, on the thread that moves them: must not block. */
public interface FleetListener {
    /** A reminder reached the device, for the first time. */
    void reminded(DeviceId device, Reminder reminder);

    /** The wearer answered, and the device sends it. */
    void answered(DeviceId device, Answer answer);

    /** A spell is over, in truth. */
    void ended(DeviceId device, Spell spell);
}
