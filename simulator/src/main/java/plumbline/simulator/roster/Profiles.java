package plumbline.simulator.roster;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Profile;

/** The profiles of simulated wearers: each lives where it is mid-morning when the simulation begins. */
public final class Profiles {
    private static final int MORNING_HOUR = 10;
    private static final int WESTERNMOST_HOURS = -12;
    private static final int HOURS = 24;

    private Profiles() {}

    /** A profile for every device of {@code plan}. */
    public static Map<DeviceId, Profile> of(PlayPlan plan, Instant connect) {
        Profile morning = new Profile(1, zone(connect), null, null, false, null);
        Map<DeviceId, Profile> profiles = new LinkedHashMap<>();
        for (int index = 0; index < plan.devices(); index++) {
            profiles.put(Roster.id(index), morning);
        }
        return profiles;
    }

    /** The zone in which it is between 10 and 11 at {@code instant}; its sign is turned round, as in the zone data. */
    static String zone(Instant instant) {
        int offset = MORNING_HOUR - instant.atOffset(ZoneOffset.UTC).getHour();
        int hours = offset < WESTERNMOST_HOURS ? offset + HOURS : offset;
        return hours == 0 ? "Etc/GMT" : "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours);
    }
}
