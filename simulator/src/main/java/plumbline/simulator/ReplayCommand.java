package plumbline.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.device.Mount;
import plumbline.contract.operator.ClockOptions;
import plumbline.contract.operator.EnumWord;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.MqttOptions;
import plumbline.contract.operator.ScaledClock;
import plumbline.contract.operator.ServiceException;
import plumbline.contract.operator.ServiceRunner;
import plumbline.contract.operator.StopSignal;
import plumbline.contract.recording.Recording;
import plumbline.contract.recording.RecordingException;
import plumbline.simulator.replay.Replay;
import plumbline.simulator.roster.PlayPlan;
import plumbline.simulator.roster.UploadFormat;

/** The command {@code simulate replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends recorded readings as uploads, as if they were taken now.",
            "The file is CSV with the columns device, time_ms, neck_deg, shoulder_deg and activity;"
                    + " blank is not measured, more columns are ignored."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline simulate replay --file readings.csv",
            "  plumbline simulate replay --file readings.csv --mount glasses --speed 100 --format binary"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final Duration CHECK_EVERY = Duration.ofMillis(20);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);
    private static final int CHECKS_PER_RETRY = 50;
    private static final int BAR_WIDTH = 80;

    @Mixin
    private final Invocation invocation = new Invocation();

    @Mixin
    private final MqttOptions mqtt = new MqttOptions();

    @Mixin
    private final ClockOptions time = new ClockOptions();

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Option(
            names = "--mount",
            paramLabel = "MOUNT",
            defaultValue = "c7",
            converter = EnumWord.OfMount.class,
            description = "Where the sensor was worn: c7, occiput, upper_back, earbud, glasses, chair or unknown"
                    + " (default: ${DEFAULT-VALUE}).")
    private Mount mount = Mount.C7;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mixed",
            converter = UploadFormatWord.class,
            description = "How uploads are written: mixed, json or binary (default: ${DEFAULT-VALUE}).")
    private UploadFormat format = UploadFormat.MIXED;

    @Override
    public Integer call() throws IOException {
        Recording recording = recording();
        Clock clock = time.clock(Instant.now());
        try (StopSignal stop = new StopSignal(STOP_WITHIN);
                Replay replay = new Replay(mqtt.endpoint(), recording, mount, format, clock)) {
            replay.connect();
            announce(clock);
            boolean whole = play(replay, stop);
            return summarize(recording, replay, replay.flush() && whole);
        } catch (ServiceException e) {
            invocation.err().println(e.getMessage());
            return ServiceRunner.FAILED;
        }
    }

    private Recording recording() throws IOException {
        try {
            Recording recording = Recording.read(file);
            int devices = recording.devices().size();
            if (devices > PlayPlan.MAX_DEVICES) {
                throw invocation.misuse(
                        file + " holds " + devices + " devices; at most " + PlayPlan.MAX_DEVICES + " are played");
            }
            return recording;
        } catch (RecordingException e) {
            throw invocation.misuse(e.getMessage());
        }
    }

    private void announce(Clock clock) {
        if (clock instanceof ScaledClock scaled) {
            invocation.err().println("services keep step with: " + scaled.options());
            invocation.err().flush();
        }
    }

    /** Whether it came to the end of the recording. */
    private static boolean play(Replay replay, StopSignal stop) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("replay")
                .setInitialMax(replay.uploads())
                .setConsumer(new ConsoleProgressBarConsumer(System.err, BAR_WIDTH))
                .build()) {
            for (int check = 1; replay.advance(); check++) {
                bar.stepTo(replay.sent());
                if (check % CHECKS_PER_RETRY == 0) {
                    replay.retry();
                }
                if (stop.await(CHECK_EVERY)) {
                    return false;
                }
            }
            bar.stepTo(replay.sent());
            return true;
        }
    }

    private int summarize(Recording recording, Replay replay, boolean complete) {
        PrintWriter out = invocation.out();
        out.println("rows         " + recording.size());
        out.println("uploads      " + replay.uploads());
        out.println("acknowledged " + replay.acknowledged());
        out.flush();
        return complete ? ServiceRunner.STOPPED : ServiceRunner.FAILED;
    }
}
