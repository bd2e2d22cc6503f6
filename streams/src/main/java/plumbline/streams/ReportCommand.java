package plumbline.streams;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.KafkaOptions;
import plumbline.streams.kafka.DayReader;
import plumbline.streams.week.GroupSummary;
import plumbline.streams.week.IsoWeek;
import plumbline.streams.week.Report;
import plumbline.streams.week.ReportText;
import plumbline.streams.week.TwoWeeks;
import plumbline.streams.week.WeekSummary;

/** Tells of a week: one wearer's, or a group's. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        header = "Tells of one wearer's week, or of a group's without naming anybody.",
        description = {
            "",
            "Reads the days that 'plumbline streams' has published, and prints the week with its trend. A group is told of in"
                    + " sums and medians only, and not at all where fewer than --min-group wore their device.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline report --device my-device",
            "  plumbline report --device my-device --week 2026-W48 --json",
            "  plumbline report --group second-floor.txt",
            "  plumbline report --kafka kafka:9092                   everybody, as one group"
        })
public final class ReportCommand implements Callable<Integer> {
    private final Source source;

    @Mixin
    private final Invocation invocation = new Invocation();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--device", paramLabel = "ID", description = "One wearer's week (default: the group's).")
    private @Nullable String device;

    @Option(
            names = "--group",
            paramLabel = "FILE",
            description = "The group: a device id a line; blank lines and # are skipped (default: every device).")
    private @Nullable Path group;

    @Option(
            names = "--week",
            paramLabel = "WEEK",
            description = "Which week, such as 2026-W48 (default: the newest of which there is a day).")
    private @Nullable String week;

    @Option(
            names = "--min-group",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many must have worn their device for a group to be told of, at least "
                    + GroupSummary.LEAST_MINIMUM + " (default: ${DEFAULT-VALUE}).")
    private int minimum;

    @Option(names = "--json", description = "As JSON rather than text.")
    private boolean json;

    /** Where the days come from. */
    @FunctionalInterface
    interface Source {
        void read(KafkaEndpoint kafka, Optional<DeviceId> device, BiConsumer<String, @Nullable DaySummary> days);
    }

    public ReportCommand() {
        this((endpoint, device, days) -> new DayReader(endpoint).read(device, days));
    }

    ReportCommand(Source source) {
        this.source = source;
    }

    @Override
    public Integer call() throws IOException {
        if (device != null && group != null) {
            throw invocation.misuse("--device and --group exclude each other");
        }
        if (minimum < GroupSummary.LEAST_MINIMUM) {
            throw invocation.misuse("--min-group is " + minimum + "; from " + GroupSummary.LEAST_MINIMUM
                    + " on nobody can be told apart");
        }
        Optional<DeviceId> one = Optional.ofNullable(device).map(this::deviceId);
        TwoWeeks days = new TwoWeeks(wantedWeek(), devices(one));
        source.read(kafka.endpoint(), one, days::add);
        return one.isPresent() ? tellWearer(days) : tellGroup(days);
    }

    private int tellWearer(TwoWeeks days) {
        List<WeekSummary> weeks = days.summaries();
        if (weeks.isEmpty()) {
            return nothing(device + " has no day", days);
        }
        Report<WeekSummary> report = Report.of(weeks.get(0));
        return print(report, ReportText.ofWearer(report));
    }

    private int tellGroup(TwoWeeks days) {
        List<WeekSummary> weeks = days.summaries();
        if (weeks.isEmpty()) {
            return nothing("no device of the group has a day", days);
        }
        IsoWeek told = weeks.get(0).week();
        Optional<GroupSummary> summary = GroupSummary.of(told, weeks, minimum);
        if (summary.isEmpty()) {
            int wearers = GroupSummary.worn(weeks).size();
            return refuse("in " + told + " only " + wearers + " of the group wore their device; it takes --min-group "
                    + minimum + " to tell of it without telling of anybody");
        }
        Report<GroupSummary> report = Report.of(summary.get());
        return print(report, ReportText.ofGroup(report));
    }

    private int print(Report<?> report, List<String> text) {
        PrintWriter out = invocation.out();
        if (json) {
            out.println(EventJson.text(report));
        } else {
            text.forEach(line -> out.println(line.stripTrailing()));
        }
        out.flush();
        return ExitCode.OK;
    }

    private int nothing(String fault, TwoWeeks days) {
        String when = days.week().map(which -> " in " + which).orElse("");
        return refuse(fault + when + " in " + kafka.endpoint().topic(KafkaTopic.DAYS));
    }

    private int refuse(String fault) {
        PrintWriter err = invocation.err();
        err.println("plumbline report: " + fault);
        err.flush();
        return ExitCode.SOFTWARE;
    }

    private @Nullable IsoWeek wantedWeek() {
        try {
            return week == null ? null : IsoWeek.parse(week);
        } catch (IllegalArgumentException e) {
            throw invocation.misuse("--week " + e.getMessage());
        }
    }

    private DeviceId deviceId(String text) {
        return DeviceId.parse(text)
                .orElseThrow(() -> invocation.misuse("--device '" + text + "' is not 1 to 64 of A-Z a-z 0-9 _ -"));
    }

    private Predicate<DeviceId> devices(Optional<DeviceId> one) throws IOException {
        if (one.isPresent()) {
            return one.get()::equals;
        }
        return group == null ? all -> true : members(group)::contains;
    }

    private Set<DeviceId> members(Path file) throws IOException {
        try {
            return GroupFile.read(file);
        } catch (IllegalArgumentException e) {
            throw invocation.misuse(e.getMessage());
        }
    }
}
