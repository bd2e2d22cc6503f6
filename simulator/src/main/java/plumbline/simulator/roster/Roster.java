package plumbline.simulator.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plumbline.contract.device.DeviceId;
import plumbline.simulator.device.VirtualDevice;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Persona;
import plumbline.simulator.wearer.Personas;
import plumbline.simulator.wearer.Wearer;

/** The devices of a simulation. The same plan and instant make the same devices. */
public final class Roster {
    private static final List<Persona> TURNS = List.of(
            Personas.SLUMPER,
            Personas.PHONE_USER,
            Personas.NEVER_STANDS,
            Personas.TYPICAL,
            Personas.SIT_STAND,
            Personas.TAKES_OFF,
            Personas.UPRIGHT);

    /** Devices connect over one upload interval, so that their uploads do not come in volleys. */
    private static final int STAGGER_MILLIS = VirtualDevice.READINGS_PER_UPLOAD * VirtualDevice.INTERVAL_MILLIS;

    /** Prime to the stagger: spreads few devices as well as many. */
    private static final int STAGGER_STEP_MILLIS = 1_931;

    private Roster() {}

    /**
     * The devices of {@code plan}, which connect from {@code connect} on.
     *
     * @param patience how long they wait to hear that an upload is stored before they send it again
     */
    public static List<Enrolled> of(PlayPlan plan, Instant connect, Duration patience) {
        Chance chance = Chance.ofSeed(plan.seed());
        List<Enrolled> roster = new ArrayList<>(plan.devices());
        for (int index = 0; index < plan.devices(); index++) {
            roster.add(enrol(plan, index, connect, patience, chance.fork()));
        }
        return roster;
    }

    private static Enrolled enrol(PlayPlan plan, int index, Instant connect, Duration patience, Chance chance) {
        Instant own = connect.plusMillis((long) index * STAGGER_STEP_MILLIS % STAGGER_MILLIS);
        Instant start = own.minus(plan.headStart());
        Persona persona = TURNS.get(index % TURNS.size());
        Openings openings = new Openings(plan.headStart(), chance.fork());
        Wearer wearer = new Wearer(chance.fork(), persona, start, openings.of(index));
        VirtualDevice device = new VirtualDevice(id(index), wearer, chance.fork(), start, own, patience);
        return new Enrolled(device, UploadEncoding.of(plan.format(), index));
    }

    /** {@code sim-0001} and so on. */
    static DeviceId id(int index) {
        return new DeviceId(String.format(Locale.ROOT, "sim-%04d", index + 1));
    }
}
