package plumbline.contract.operator;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How fast time runs: as it does, or faster for simulations. */
public final class ClockOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "For simulations: let time run N times as fast since --since (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "Where --speed begins, such as 2026-01-01T10:00:00Z; the same for all that work together.")
    private @Nullable Instant since;

    /** The clock that a service goes by: it must be told since when time runs faster. */
    public Clock clock() {
        if (speed != 1 && since == null) {
            throw usage("--speed " + speed + " needs --since, the instant at which the faster time begins");
        }
        return clock(Instant.EPOCH);
    }

    /** The clock of a command that may itself say since when time runs faster. */
    public Clock clock(Instant defaultSince) {
        if (speed == 1) {
            return Clock.systemUTC();
        }
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw usage("--speed is " + speed + "; it must be above 0");
        }
        return new ScaledClock(Clock.systemUTC(), speed, since == null ? defaultSince : since);
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }
}
