package plumbline.simulator.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Persona;
import plumbline.simulator.wearer.Spell;
import plumbline.simulator.wearer.Wearer;

/** What one device sent in a simulated time, and the truth about it. */
record SimulatedDay(List<Upload> uploads, List<Spell> spells, long readings) {
    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    static final Duration PATIENCE = Duration.ofSeconds(100);

    static VirtualDevice device(Persona persona, long seed, Duration headStart) {
        Chance chance = Chance.ofSeed(seed);
        Wearer wearer = new Wearer(chance.fork(), persona, START, null);
        return new VirtualDevice(new DeviceId("d"), wearer, chance.fork(), START, START.plus(headStart), PATIENCE);
    }

    static SimulatedDay of(Persona persona, long seed, Duration length) {
        VirtualDevice device = device(persona, seed, Duration.ZERO);
        List<DeviceMessage> messages =
                new ArrayList<>(device.advance(START.plus(length).toEpochMilli()));
        messages.addAll(device.finish());
        return new SimulatedDay(uploads(messages), device.takeSpells(), device.readings());
    }

    static List<Upload> uploads(List<DeviceMessage> messages) {
        return messages.stream()
                .filter(DeviceMessage.Readings.class::isInstance)
                .map(message -> ((DeviceMessage.Readings) message).upload())
                .toList();
    }
}
