package plumbline.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.operator.BootstrapText;
import plumbline.contract.operator.ClockOptions;
import plumbline.contract.operator.DurationText;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.MqttOptions;
import plumbline.contract.operator.ScaledClock;
import plumbline.contract.operator.ServiceException;
import plumbline.contract.operator.ServiceRunner;
import plumbline.contract.operator.StopSignal;
import plumbline.contract.operator.TopicPrefixOption;
import plumbline.simulator.kafka.ProfileWriter;
import plumbline.simulator.play.Fleet;
import plumbline.simulator.play.PlayReport;
import plumbline.simulator.roster.PlayPlan;
import plumbline.simulator.roster.Profiles;
import plumbline.simulator.roster.UploadFormat;

/** The command {@code simulate play}. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = "Plays synthetic wearers who sit, slump, walk, and react to the reminders they get.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline simulate play --mqtt tcp://localhost:1883",
            "  plumbline simulate play --devices 100 --seed 7 --for 10m --truth truth.jsonl",
            "  plumbline simulate play --speed 10 --since 2026-01-01T10:00:00Z",
            "",
            "The same seed gives the same wearers and readings, until a reminder moves them."
        })
final class PlayCommand implements Callable<Integer> {
    private static final Duration LEAST_LENGTH = Duration.ofSeconds(1);
    private static final Duration MOST_LENGTH = Duration.ofDays(30);
    private static final Duration CHECK_EVERY = Duration.ofMillis(100);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    @Mixin
    private final Invocation invocation = new Invocation();

    @Mixin
    private final MqttOptions mqtt = new MqttOptions();

    @Mixin
    private final ClockOptions time = new ClockOptions();

    @Option(
            names = "--devices",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many wearers, at most 2000 (default: ${DEFAULT-VALUE}).")
    private int devices;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Where chance begins (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "Stop after this time, such as 60s or 2h (default: when told to).")
    private @Nullable Duration length;

    @Option(
            names = "--head-start",
            paramLabel = "DURATION",
            defaultValue = "10m",
            converter = DurationText.class,
            description = "For how long the wearers have been at it when their devices connect, at most 24h"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration headStart = Duration.ZERO;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mixed",
            converter = UploadFormatWord.class,
            description = "How uploads are written: mixed, json or binary (default: ${DEFAULT-VALUE}).")
    private UploadFormat format = UploadFormat.MIXED;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            converter = BootstrapText.class,
            description =
                    "Write each wearer's profile to Kafka here: a time zone in which it is mid-morning now, so that"
                            + " quiet hours do not silence the simulation (default: the services' own settings hold).")
    private @Nullable String kafka;

    @Mixin
    private TopicPrefixOption prefix = new TopicPrefixOption();

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Write what the wearers really did: a JSON line for each spell.")
    private @Nullable Path truth;

    @Override
    public Integer call() throws IOException {
        PlayPlan plan = plan();
        Clock clock = time.clock(Instant.now());
        try (StopSignal stop = new StopSignal(STOP_WITHIN);
                PlayReport report = new PlayReport(invocation.err(), truth)) {
            return play(plan, clock, stop, report);
        } catch (ServiceException e) {
            invocation.err().println(e.getMessage());
            return ServiceRunner.FAILED;
        }
    }

    private PlayPlan plan() {
        if (length != null && (length.compareTo(LEAST_LENGTH) < 0 || length.compareTo(MOST_LENGTH) > 0)) {
            throw invocation.misuse("--for is " + length.toSeconds() + " s; allowed is 1 s to 30 days");
        }
        try {
            return new PlayPlan(devices, seed, headStart, format);
        } catch (IllegalArgumentException e) {
            throw invocation.misuse(e.getMessage());
        }
    }

    private int play(PlayPlan plan, Clock clock, StopSignal stop, PlayReport report) {
        writeProfiles(plan, clock);
        Fleet fleet = new Fleet(mqtt.endpoint(), plan, clock, report);
        boolean sound = playUntilStopped(fleet, clock, stop);
        PrintWriter out = invocation.out();
        report.lines(fleet.totals()).forEach(out::println);
        out.flush();
        return sound ? ServiceRunner.STOPPED : ServiceRunner.FAILED;
    }

    private void writeProfiles(PlayPlan plan, Clock clock) {
        if (kafka != null) {
            ProfileWriter.write(new KafkaEndpoint(kafka, prefix.prefix()), Profiles.of(plan, clock.instant()));
        }
    }

    private boolean playUntilStopped(Fleet fleet, Clock clock, StopSignal stop) {
        try (fleet) {
            fleet.start();
            announce(clock);
            return awaitEnd(fleet, stop);
        }
    }

    private void announce(Clock clock) {
        PrintWriter err = invocation.err();
        err.println(devices + " devices connected to " + mqtt.endpoint().address());
        if (clock instanceof ScaledClock scaled) {
            err.println("services keep step with: " + scaled.options());
        }
        err.flush();
    }

    /** Whether the end came as it should. */
    private boolean awaitEnd(Fleet fleet, StopSignal stop) {
        long begin = System.nanoTime();
        while (fleet.fault().isEmpty()) {
            boolean over = length != null && System.nanoTime() - begin >= length.toNanos();
            if (over || stop.await(CHECK_EVERY)) {
                return true;
            }
        }
        return false;
    }
}
