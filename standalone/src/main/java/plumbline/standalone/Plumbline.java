package plumbline.standalone;

import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import plumbline.alerts.AlertsCommand;
import plumbline.contract.operator.EnvironmentDefaults;
import plumbline.contract.operator.ServiceException;
import plumbline.ingest.IngestCommand;
import plumbline.simulator.SimulateCommand;
import plumbline.standalone.demo.DemoCommand;
import plumbline.standalone.doctor.DoctorCommand;
import plumbline.standalone.faults.FaultsCommand;
import plumbline.standalone.verify.VerifyCommand;
import plumbline.streams.BacktestCommand;
import plumbline.streams.ReportCommand;
import plumbline.streams.SettingsCommand;
import plumbline.streams.StreamsCommand;

/** The program: every command of the pipeline. */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        version = "Plumbline 0.1.0",
        header = "Watches over posture: wearables in, gentle reminders out.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            DemoCommand.class,
            IngestCommand.class,
            StreamsCommand.class,
            AlertsCommand.class,
            SimulateCommand.class,
            ReportCommand.class,
            BacktestCommand.class,
            SettingsCommand.class,
            DoctorCommand.class,
            FaultsCommand.class
        },
        footer = {
            "",
            "Every option can also be set in the environment: --topic-prefix as PLUMBLINE_TOPIC_PREFIX.",
            "Results go to standard output, progress and logs to standard error.",
            "",
            "Examples:",
            "  plumbline demo                                        all of it, here, with simulated wearers",
            "  plumbline demo --devices 0                            the same for your own devices",
            "  plumbline ingest --mqtt tcp://broker:1883 --kafka kafka:9092",
            "  plumbline backtest --file readings.csv --mount glasses"
        })
public final class Plumbline {
    private static final int HELP_WIDTH = 100;

    /** A broker's name is unknown while its container restarts; Java would hold that against it for 10 s. */
    private static final String UNKNOWN_HOST_SECONDS = "1";

    private Plumbline() {}

    public static void main(String[] arguments) {
        Security.setProperty("networkaddress.cache.negative.ttl", UNKNOWN_HOST_SECONDS);
        System.exit(run(System.getenv(), arguments));
    }

    /** Runs one command line and gives its exit code: 0 done, 1 failed, 2 misused. */
    static int run(Map<String, String> environment, String... arguments) {
        EnvironmentDefaults defaults = new EnvironmentDefaults(environment);
        CommandLine command = commandLine(defaults);
        List<String> unknown = defaults.unknown(command);
        if (!unknown.isEmpty()) {
            unknown.forEach(command.getErr()::println);
            return ExitCode.USAGE;
        }
        return command.execute(arguments);
    }

    /** The command line with every option's default from the environment. */
    static CommandLine commandLine(EnvironmentDefaults defaults) {
        CommandLine command = new CommandLine(new Plumbline());
        // The only simulation that needs the rules too, so the simulator can't know it.
        Objects.requireNonNull(command.getSubcommands().get("simulate")).addSubcommand(new VerifyCommand());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setUsageHelpWidth(HELP_WIDTH);
        command.setDefaultValueProvider(defaults);
        command.setParameterExceptionHandler((misuse, arguments) -> explain(misuse, defaults));
        command.setExecutionExceptionHandler((failure, failed, parsed) -> explain(failure, failed));
        return command;
    }

    /** The fault, what may be meant, and where to read on; not the whole help. */
    private static int explain(ParameterException misuse, EnvironmentDefaults defaults) {
        CommandLine command = misuse.getCommandLine();
        command.getErr().println(misuse.getMessage());
        defaults.blamed(misuse).forEach(command.getErr()::println);
        UnmatchedArgumentException.printSuggestions(misuse, command.getErr());
        command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** What went wrong around us is told in one line; anything else is a fault of ours and shows where. */
    private static int explain(Exception failure, CommandLine failed) throws Exception {
        if (failure instanceof ServiceException) {
            failed.getErr().println("plumbline " + failed.getCommandName() + ": " + failure.getMessage());
            return ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
