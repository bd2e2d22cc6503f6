package plumbline.simulator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code simulate}. */
@Command(
        name = "simulate",
        description = "Sends uploads as wearables would: of synthetic wearers, or recorded ones.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline simulate play --devices 50 --for 10m",
            "  plumbline simulate replay --file readings.csv --mount glasses"
        },
        subcommands = {PlayCommand.class, ReplayCommand.class})
public final class SimulateCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        throw new ParameterException(
                line,
                "say what to simulate: "
                        + String.join(" or ", line.getSubcommands().keySet()));
    }
}
