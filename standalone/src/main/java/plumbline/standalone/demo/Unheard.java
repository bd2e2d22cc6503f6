package plumbline.standalone.demo;

import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Reminder;
import plumbline.simulator.play.FleetListener;
import plumbline.simulator.wearer.Spell;

/** The demo shows what came through Kafka, not what the simulation says of itself. */
final class Unheard implements FleetListener {
    @Override
    public void reminded(DeviceId device, Reminder reminder) {}

    @Override
    public void answered(DeviceId device, Answer answer) {}

    @Override
    public void ended(DeviceId device, Spell spell) {}
}
