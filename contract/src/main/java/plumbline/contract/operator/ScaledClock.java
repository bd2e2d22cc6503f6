package plumbline.contract.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs {@code speed} times as fast as another since an instant, so that simulated days pass in minutes. */
public final class ScaledClock extends Clock {
    private final Clock real;
    private final double speed;
    private final Instant since;

    public ScaledClock(Clock real, double speed, Instant since) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed is " + speed + "; it must be above 0");
        }
        this.real = real;
        this.speed = speed;
        this.since = since;
    }

    @Override
    public Instant instant() {
        return since.plus(scale(Duration.between(since, real.instant()), speed));
    }

    /** How long {@code simulated} takes by the real clock. */
    public Duration real(Duration simulated) {
        return scale(simulated, 1 / speed);
    }

    /** How long {@code real} is by this clock. */
    public Duration simulated(Duration real) {
        return scale(real, speed);
    }

    /** What another command must be given to go by the same time. */
    public String options() {
        return "--speed " + speed + " --since " + since;
    }

    private static Duration scale(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ScaledClock(real.withZone(zone), speed, since);
    }
}
