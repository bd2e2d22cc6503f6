package plumbline.standalone.faults.stage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import plumbline.contract.operator.ScaledClock;

/**
 * The time in which wearers and services live.
 *
 * @param wearers by which readings are taken and arrive
 * @param options of a service that is to live in it
 */
record PostureClock(Clock wearers, List<String> options) {
    /** No service sees a millisecond pass in a run of this speed. */
    private static final String STANDING = "0.000000001";

    /** The time that is, and from now on so many times as fast. */
    static PostureClock now(int speed) {
        Instant since = Instant.now();
        return new PostureClock(
                scaled(speed, since), List.of("--speed", String.valueOf(speed), "--since", since.toString()));
    }

    /**
     * Now it is {@code begin}, long ago, and time runs so many times as fast. Services see it stand still, so that no wearer
     * seems to have fallen silent.
     */
    static PostureClock from(Instant begin, int speed) {
        Instant since = Instant.now();
        return new PostureClock(
                Clock.offset(scaled(speed, since), Duration.between(since, begin)),
                List.of("--speed", STANDING, "--since", begin.toString()));
    }

    private static Clock scaled(int speed, Instant since) {
        return new ScaledClock(Clock.systemUTC(), speed, since);
    }
}
