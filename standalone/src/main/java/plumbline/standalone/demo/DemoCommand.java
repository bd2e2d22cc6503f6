package plumbline.standalone.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.operator.DurationText;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.StopSignal;
import plumbline.simulator.roster.PlayPlan;
import plumbline.streams.RuleOptions;
import plumbline.streams.settings.RuleSettings;

/** {@code plumbline demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Runs all of it here: both brokers, the services and simulated wearers.",
        description = {
            "",
            "Needs nothing but this program. Shows each episode, reminder, delivery and answer in one line, and the totals"
                    + " at the end. Other clients can join on both ports meanwhile.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline demo",
            "  plumbline demo --devices 50 --for 5m --speed 20",
            "  plumbline demo --devices 0            no wearers: for your own devices, until Ctrl-C",
            "  plumbline demo --mqtt-port 0 --kafka-port 0          on free ports"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration WITH_WEARERS = Duration.ofSeconds(60);
    private static final double FASTER = 10;
    private static final double FASTEST = 60;
    /** A status each second rather than each minute, for whoever watches. */
    private static final RuleSettings LIVELY = RuleSettings.DEFAULTS.with(Map.of("status.every", "1s"));

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    @Mixin
    private final Invocation invocation = new Invocation();

    @Option(
            names = "--devices",
            paramLabel = "N",
            defaultValue = "12",
            description = "Simulated wearers; 0 leaves the pipeline to your own devices (default: ${DEFAULT-VALUE}).")
    private int devices;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Device seconds a second, 1 to 60 (default: 10; with --devices 0 it is always 1).")
    private @Nullable Double speed;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "How long it lasts, such as 90s or 5m (default: 60s; with --devices 0 until Ctrl-C).")
    private @Nullable Duration length;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Who the wearers are and what they do (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--mqtt-port",
            paramLabel = "PORT",
            defaultValue = "1883",
            description = "Where the MQTT broker listens; 0 takes a free port (default: ${DEFAULT-VALUE}).")
    private int mqttPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Where Kafka listens; 0 takes a free port (default: ${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Override
    public Integer call() {
        DemoPlan plan = plan();
        QuietLogs.warningsOnly();
        PrintWriter out = invocation.out();
        PrintWriter progress = invocation.err();
        try (StopSignal stop = new StopSignal(STOP_WITHIN)) {
            run(new DemoRun(plan, out, progress, stop), stop);
        }
        return ExitCode.OK;
    }

    /** What fails once the program was told to end, as parts that were only starting do, tells nobody anything. */
    private static void run(DemoRun demo, StopSignal stop) {
        try {
            demo.run();
        } catch (RuntimeException | LinkageError e) {
            if (!stop.await(Duration.ZERO)) {
                throw e;
            }
        }
    }

    private DemoPlan plan() {
        require(devices >= 0 && devices <= PlayPlan.MAX_DEVICES, "--devices is 0 to " + PlayPlan.MAX_DEVICES);
        require(speed == null || (speed >= 1 && speed <= FASTEST), "--speed is 1 to 60");
        require(
                devices > 0 || speed == null || speed == 1,
                "--speed needs simulated wearers; real devices take their time");
        require(isPort(mqttPort), "--mqtt-port is 0 to 65535");
        require(isPort(kafkaPort), "--kafka-port is 0 to 65535");
        return new DemoPlan(devices, speed(), length(), seed, mqttPort, kafkaPort, rules.settings(LIVELY));
    }

    private double speed() {
        return speed != null ? speed : devices == 0 ? 1 : FASTER;
    }

    private Optional<Duration> length() {
        return Optional.ofNullable(length).or(() -> devices == 0 ? Optional.empty() : Optional.of(WITH_WEARERS));
    }

    private static boolean isPort(int port) {
        return port >= 0 && port <= 65_535;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw invocation.misuse(otherwise);
        }
    }
}
