package plumbline.streams;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Profile;
import plumbline.contract.operator.EnumWord;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.NearestName;
import plumbline.contract.recording.RecordedReading;
import plumbline.contract.recording.Recording;
import plumbline.contract.recording.RecordingException;
import plumbline.streams.backtest.Arrival;
import plumbline.streams.backtest.Backtest;
import plumbline.streams.backtest.Comparison;
import plumbline.streams.backtest.ComparisonTable;
import plumbline.streams.backtest.NeckScore;
import plumbline.streams.backtest.ScoreTable;

/** Runs the rules on a file. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        header = "Runs the same rules on a file, without a broker.",
        description = {
            "",
            "Reads a CSV file with the columns device,time_ms,neck_deg,shoulder_deg,activity and prints every event the"
                    + " pipeline would publish, a JSON line each: {\"topic\": ..., \"key\": ..., \"value\": ...}; without a"
                    + " value, what stood under the key is taken back. Two days of silence follow the last reading, so that"
                    + " open episodes end, reminders get their outcome, and days are over.",
            "",
            "With --score it prints instead how well the neck is judged: for each wearer which of the readings called bad"
                    + " were (precision), which of the bad ones were found (recall), and the reminders of a forward neck"
                    + " that came while the label said otherwise. The file then needs the column label.",
            "",
            "With --compare it runs two profiles on the same file and prints a table instead: for each wearer and in all the"
                    + " days with readings (by the clock of the first profile), the hours recorded and worn, the"
                    + " reminders in all, a day and by issue, and how often a rule held one back, each as before ->"
                    + " after; then the reminders that are new (+) or gone (-), one that comes at another time or with other"
                    + " words as both. A reminder that names two issues counts for both.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline backtest --file readings.csv --mount glasses",
            "  plumbline backtest --file readings.csv --set forward-neck.long=90s --set quiet.to=22:00",
            "  plumbline backtest --file readings.csv --mount glasses --score reading,writing",
            "  echo '{\"v\":1,\"settings\":{\"forward-neck.long\":\"3m\"}}' > new.json",
            "  echo '{\"v\":1}' > old.json",
            "  plumbline backtest --file readings.csv --compare old.json new.json"
        })
public final class BacktestCommand implements Callable<Integer> {
    @Mixin
    private final Invocation invocation = new Invocation();

    @Option(names = "--file", required = true, paramLabel = "CSV", description = "The recording.")
    private @Nullable Path file;

    @Option(
            names = "--mount",
            defaultValue = "c7",
            paramLabel = "MOUNT",
            converter = EnumWord.OfMount.class,
            description = "Where the sensor was worn: c7, occiput, upper_back, earbud, glasses, chair or unknown"
                    + " (default: ${DEFAULT-VALUE}).")
    private Mount mount = Mount.C7;

    @ArgGroup
    private Policies policies = new Policies();

    @Option(names = "--json", description = "The comparison as JSON, with all that is in the reminders.")
    private boolean json;

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

    /** One policy, or two to be compared. */
    private static final class Policies {
        @Option(
                names = "--profile",
                paramLabel = "JSON",
                description = "A wearer's profile, as in the topic posture.profiles.v1; holds for every device.")
        private @Nullable Path profile;

        @Option(
                names = "--compare",
                arity = "2",
                paramLabel = "JSON",
                description = "Two profiles, the one before and the changed one: how often each would remind.")
        private @Nullable List<Path> compare;
    }

    /** How an event is printed. */
    private record Line(String topic, String key, @Nullable Object value) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = invocation.out();
        if (policies.compare != null) {
            compare(policies.compare, out);
        } else if (json) {
            throw invocation.misuse("--json goes with --compare; without it every line is JSON already");
        } else if (bent.isEmpty()) {
            run(out);
        } else {
            score(out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private void score(PrintWriter out) throws IOException {
        Recording recording = recording();
        requireLabels(recording);
        NeckScore score = new NeckScore();
        backtest().run(Arrival.of(recording, mount, 1), score::hear);
        ScoreTable.lines(score, recording, bent).forEach(out::println);
    }

    /** A label that was mistyped would turn what is bent into what is not. */
    private void requireLabels(Recording recording) {
        Set<String> known = recording.devices().values().stream()
                .flatMap(readings -> readings.stream().map(RecordedReading::label))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String label : bent) {
            if (!known.contains(label)) {
                throw invocation.misuse("--score: no reading of " + file + " has the label '" + label + "'"
                        + NearestName.hint(label, known));
            }
        }
    }

    private Backtest backtest() throws IOException {
        Profile profile = policies.profile == null ? Profile.DEFAULT : profile(policies.profile);
        return new Backtest(rules.settings(), profile);
    }

    private void run(PrintWriter out) throws IOException {
        backtest()
                .run(
                        recording(),
                        mount,
                        publication -> out.println(EventJson.text(
                                new Line(publication.topic().baseName(), publication.key(), publication.value()))));
    }

    private void compare(List<Path> profiles, PrintWriter out) throws IOException {
        if (!bent.isEmpty()) {
            throw invocation.misuse("--compare and --score answer different questions; give one of them");
        }
        Profile before = profile(profiles.get(0));
        Profile after = profile(profiles.get(1));
        Comparison comparison = Comparison.of(recording(), mount, rules.settings(), before, after);
        out.print(json ? EventJson.text(comparison) + "\n" : ComparisonTable.of(comparison));
    }

    private Recording recording() throws IOException {
        try {
            return Recording.read(Objects.requireNonNull(file));
        } catch (RecordingException e) {
            throw invocation.misuse(e.getMessage());
        }
    }

    private Profile profile(Path file) throws IOException {
        try {
            return ProfileFile.read(file);
        } catch (IllegalArgumentException e) {
            throw invocation.misuse(e.getMessage());
        }
    }
}
