package plumbline.streams;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.operator.ClockOptions;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.KafkaOptions;
import plumbline.contract.operator.OpsOptions;
import plumbline.contract.operator.ServiceRunner;

/** Runs the streams service. */
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        header = "Turns uploads into episodes and reminders.",
        description = {
            "",
            "Reads uploads, answers and profiles from Kafka, finds long forward-neck and rounded-shoulder stretches and"
                    + " long sitting, and publishes status, episodes, reminders and every decision.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline streams --kafka localhost:9092",
            "  plumbline streams --set forward-neck.long=5m --set quiet.from=21:00"
        })
public final class StreamsCommand implements Callable<Integer> {
    private static final int OPS_PORT = 8082;

    @Mixin
    private final Invocation invocation = new Invocation();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final OpsOptions ops = new OpsOptions(OPS_PORT);

    @Mixin
    private final ClockOptions clock = new ClockOptions();

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Where the local copy of the devices' state lies; lost without harm"
                    + " (default: plumbline-streams in the temporary directory).")
    private Path stateDirectory = Path.of(System.getProperty("java.io.tmpdir"), "plumbline-streams");

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many partitions are worked on at the same time (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(
            names = "--standbys",
            paramLabel = "N",
            defaultValue = "" + StreamsSettings.DEFAULT_STANDBYS,
            description =
                    "How many other instances keep a copy of each partition's state, so that one of them goes on at"
                            + " once when this one is gone (default: ${DEFAULT-VALUE}).")
    private int standbys = StreamsSettings.DEFAULT_STANDBYS;

    @Option(
            names = "--at-least-once",
            description = "Commit without transactions: a little faster, and an event may be published again, under the"
                    + " same id, after a crash.")
    private boolean atLeastOnce;

    @Override
    public Integer call() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return ServiceRunner.run(
                new StreamsService(kafka.endpoint(), settings(), clock.clock(), registry), ops, registry);
    }

    private StreamsSettings settings() {
        try {
            return new StreamsSettings(rules.settings(), stateDirectory, threads, standbys, !atLeastOnce);
        } catch (IllegalArgumentException e) {
            throw invocation.misuse(e.getMessage());
        }
    }
}
