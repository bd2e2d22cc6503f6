package plumbline.streams.week;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.PostureIssue;

/**
 * One week of a group, in which nobody can be told from the others: sums and medians, no ids, and no figure that fewer than
 * the minimum have part in.
 *
 * @param wearers who wore their device in that week
 * @param wornSeconds of all together
 * @param medianWornSeconds of one wearer
 * @param told sums, each over the wearers who have the figure
 */
public record GroupSummary(
        IsoWeek week,
        LocalDate from,
        LocalDate to,
        int wearers,
        double wornSeconds,
        double medianWornSeconds,
        Map<PostureIssue, OfIssue> issues,
        DaySummary.Told told) {
    /** With two, each could work out the other's figures. */
    public static final int LEAST_MINIMUM = 3;

    /** Medians over the wearers who have the figure; null where those are too few. */
    public record OfIssue(
            @Nullable Double minutesPerWornHour,
            @Nullable Double weekBefore,
            @Nullable Double change,
            @Nullable Double bouts,
            @Nullable Double longestSeconds,
            @Nullable Double worstHourSeconds) {}

    /**
     * The group's week, or nothing where fewer than {@code minimum} wore their device.
     *
     * @param members one of each wearer, all of the same week
     */
    public static Optional<GroupSummary> of(IsoWeek week, List<WeekSummary> members, int minimum) {
        List<WeekSummary> wearers = worn(members);
        if (wearers.size() < Math.max(minimum, LEAST_MINIMUM)) {
            return Optional.empty();
        }
        double[] worn =
                wearers.stream().mapToDouble(WeekSummary::wornSeconds).sorted().toArray();
        return Optional.of(new GroupSummary(
                week,
                week.monday(),
                week.sunday(),
                wearers.size(),
                wearers.stream().mapToDouble(WeekSummary::wornSeconds).sum(),
                median(worn),
                issues(wearers, minimum),
                ToldSum.of(wearers.stream().map(WeekSummary::told).toList(), Math.max(minimum, LEAST_MINIMUM))));
    }

    /** Those who count towards the minimum. */
    public static List<WeekSummary> worn(List<WeekSummary> members) {
        return members.stream().filter(member -> member.wornSeconds() > 0).toList();
    }

    private static Map<PostureIssue, OfIssue> issues(List<WeekSummary> wearers, int minimum) {
        Map<PostureIssue, OfIssue> issues = new EnumMap<>(PostureIssue.class);
        for (PostureIssue issue : PostureIssue.values()) {
            List<WeekSummary.OfIssue> figures = wearers.stream()
                    .map(wearer -> wearer.issues().get(issue))
                    .filter(Objects::nonNull)
                    .toList();
            if (figures.size() >= Math.max(minimum, LEAST_MINIMUM)) {
                issues.put(issue, issue(figures, minimum));
            }
        }
        return issues;
    }

    private static OfIssue issue(List<WeekSummary.OfIssue> figures, int minimum) {
        return new OfIssue(
                median(figures, WeekSummary.OfIssue::minutesPerWornHour, minimum),
                median(figures, WeekSummary.OfIssue::weekBefore, minimum),
                median(figures, WeekSummary.OfIssue::change, minimum),
                median(figures, figure -> (double) figure.bouts(), minimum),
                median(figures, WeekSummary.OfIssue::longestSeconds, minimum),
                median(figures, WeekSummary.OfIssue::worstHourSeconds, minimum));
    }

    private static @Nullable Double median(
            List<WeekSummary.OfIssue> figures, Function<WeekSummary.OfIssue, @Nullable Double> figure, int minimum) {
        double[] known = figures.stream()
                .flatMap(of -> Stream.ofNullable(figure.apply(of)))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return known.length < Math.max(minimum, LEAST_MINIMUM) ? null : WeekSummary.tenths(median(known));
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
