package plumbline.streams;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.ProfileCodec;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Profile;
import plumbline.contract.operator.NearestName;
import plumbline.contract.recording.RecordedReading;
import plumbline.contract.recording.Recording;
import plumbline.contract.recording.RecordingException;
import plumbline.streams.backtest.Arrival;
import plumbline.streams.backtest.Backtest;
import plumbline.streams.backtest.NeckScore;
import plumbline.streams.backtest.ScoreTable;
import plumbline.streams.device.Publication;
import plumbline.streams.device.WearerRules;
import plumbline.streams.settings.RuleSettings;

/** Runs the rules on a file. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        header = "Runs the same rules on a file, without a broker.",
        description = {
            "",
            "Reads a CSV file with the columns device,time_ms,neck_deg,shoulder_deg,activity and prints every event the"
                    + " pipeline would publish, a JSON line each: {\"topic\": ..., \"key\": ..., \"value\": ...}.",
            "",
            "With --score it prints instead how well the neck is judged: for each wearer which of the readings called bad"
                    + " were (precision), which of the bad ones were found (recall), and the reminders of a forward neck"
                    + " that came while the label said otherwise. The file then needs the column label.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline backtest --file readings.csv --mount glasses",
            "  plumbline backtest --file readings.csv --set forward-neck.long=90s --set quiet.to=22:00",
            "  plumbline backtest --file readings.csv --mount glasses --score reading,writing"
        })
public final class BacktestCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--file", required = true, paramLabel = "CSV", description = "The recording.")
    private @Nullable Path file;

    @Option(
            names = "--mount",
            defaultValue = "c7",
            paramLabel = "MOUNT",
            description = "Where the sensor was worn: c7, occiput, upper_back, earbud, glasses or chair"
                    + " (default: ${DEFAULT-VALUE}).")
    private Mount mount = Mount.C7;

    @Option(
            names = "--profile",
            paramLabel = "JSON",
            description = "A wearer's profile, as in the topic posture.profiles.v1; holds for every device.")
    private @Nullable Path profile;

    @Option(
            names = "--score",
            paramLabel = "LABEL",
            split = ",",
            description = "Print how well the neck is judged instead of the events. In readings with these labels it is"
                    + " bent, in those with any other it is not; without a label they count as nothing. Each"
                    + " reading arrives in an upload of its own.")
    private Set<String> bent = new LinkedHashSet<>();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    /** How an event is printed. */
    private record Line(String topic, String key, @Nullable Object value) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec().commandLine().getOut();
        Backtest backtest = new Backtest(rules.settings(), profile());
        Recording recording = recording();
        if (bent.isEmpty()) {
            backtest.run(recording, mount, publication -> out.println(line(publication)));
        } else {
            requireLabels(recording);
            NeckScore score = new NeckScore();
            backtest.run(Arrival.of(recording, mount, 1), score::hear);
            ScoreTable.lines(score, recording, bent).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    /** A label that was mistyped would turn what is bent into what is not. */
    private void requireLabels(Recording recording) {
        Set<String> known = recording.devices().values().stream()
                .flatMap(readings -> readings.stream().map(RecordedReading::label))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String label : bent) {
            if (!known.contains(label)) {
                throw usage("--score: no reading of " + file + " has the label '" + label + "'"
                        + NearestName.hint(label, known));
            }
        }
    }

    private static String line(Publication publication) {
        byte[] json =
                EventJson.encode(new Line(publication.topic().baseName(), publication.key(), publication.value()));
        return new String(json, StandardCharsets.UTF_8);
    }

    private Recording recording() throws IOException {
        try {
            return Recording.read(Objects.requireNonNull(file));
        } catch (RecordingException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Profile profile() throws IOException {
        if (profile == null) {
            return Profile.DEFAULT;
        }
        if (!Files.isReadable(profile)) {
            throw usage("can't read " + profile + ": no such file, or no permission");
        }
        Decoded<Profile> decoded = ProfileCodec.decode(Files.readAllBytes(profile));
        if (decoded instanceof Decoded.Rejected<Profile> rejected) {
            throw usage(profile + ": " + rejected.detail());
        }
        return checked(((Decoded.Accepted<Profile>) decoded).value());
    }

    private Profile checked(Profile chosen) {
        try {
            WearerRules.settings(RuleSettings.DEFAULTS, chosen);
            return chosen;
        } catch (IllegalArgumentException e) {
            throw usage(profile + ": " + e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(command);
    }
}
