package plumbline.standalone.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import plumbline.simulator.wearer.Persona;
import plumbline.simulator.wearer.Personas;

/** What is simulated: wearers of all personas by turns, in zones all over the world, from a seed. */
record VerifyPlan(int wearers, int days, long seed) {
    static final int MOST_WEARERS = 10_000;
    static final int MOST_DAYS = 31;

    /** A Thursday; in the week from here clocks are put forward in Berlin. */
    private static final Instant START = Instant.parse("2026-03-26T09:00:00Z");

    /** Every other wearer begins so much later: readings are a second apart, so one of theirs stands over each midnight. */
    private static final Duration OFF_THE_SECOND = Duration.ofMillis(400);

    /** It is morning where a wearer begins only in some of them, so midnight comes at work for others. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Pacific/Auckland"),
            ZoneId.of("America/Los_Angeles"));

    /** Each tenth wearer's device first meets the network so late that the oldest of its readings gave way. */
    private static final int LATE_EVERY = 10;

    private static final Duration LATE = Duration.ofHours(30);

    /** Throws IllegalArgumentException with a message for people. */
    VerifyPlan {
        if (wearers < 1 || wearers > MOST_WEARERS) {
            throw new IllegalArgumentException("wearers is " + wearers + "; allowed is 1 to " + MOST_WEARERS);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days is " + days + "; allowed is 1 to " + MOST_DAYS);
        }
    }

    Persona persona(int index) {
        return Personas.ALL.get(index % Personas.ALL.size());
    }

    /** How faults call the wearer. */
    String name(int index) {
        return "wearer " + index + ", " + persona(index).name() + ":";
    }

    ZoneId zone(int index) {
        return ZONES.get(index % ZONES.size());
    }

    Instant start(int index) {
        return index % 2 == 0 ? START : START.plus(OFF_THE_SECOND);
    }

    Instant connect(int index) {
        return index % LATE_EVERY == LATE_EVERY - 1 ? start(index).plus(LATE) : start(index);
    }

    Instant end(int index) {
        return start(index).plus(Duration.ofDays(days));
    }
}
