package plumbline.streams.week;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Measured;
import plumbline.contract.event.PostureIssue;

/**
 * One week of one wearer.
 *
 * @param days on how many of them the device was worn
 * @param coverage measured time over the time from each day's first to last
 * @param issues those that were bad in this week or the one before
 */
public record WeekSummary(
        DeviceId device,
        IsoWeek week,
        LocalDate from,
        LocalDate to,
        int days,
        double wornSeconds,
        double walkingSeconds,
        double coverage,
        Map<PostureIssue, OfIssue> issues,
        DaySummary.Told told) {
    /** Less worn time than this says nothing of an hour. */
    static final double LEAST_WORN_SECONDS = 3_600;

    /**
     * What one issue came to.
     *
     * @param minutesPerWornHour null where the device was worn for less than an hour, as the next two
     * @param weekBefore the same figure a week before
     * @param change this week's less that of the week before, null where either is
     * @param longestSeconds of the longest bout
     * @param worstHourSeconds bad time in the worst hour
     */
    public record OfIssue(
            double badSeconds,
            @Nullable Double minutesPerWornHour,
            @Nullable Double weekBefore,
            @Nullable Double change,
            int bouts,
            double longestSeconds,
            double worstHourSeconds) {}

    /**
     * The week that {@code days} are of.
     *
     * @param days up to seven of one device
     * @param before those of the week before
     */
    public static WeekSummary of(DeviceId device, IsoWeek week, List<DaySummary> days, List<DaySummary> before) {
        return new WeekSummary(
                device,
                week,
                week.monday(),
                week.sunday(),
                (int) measured(days).filter(day -> day.wornSeconds() > 0).count(),
                worn(days),
                measured(days).mapToDouble(Measured::walkingSeconds).sum(),
                coverage(days),
                issues(days, before),
                ToldSum.of(days.stream().map(DaySummary::told).toList()));
    }

    private static Stream<Measured> measured(List<DaySummary> days) {
        return days.stream().map(DaySummary::measured);
    }

    private static double worn(List<DaySummary> days) {
        return measured(days).mapToDouble(Measured::wornSeconds).sum();
    }

    private static double coverage(List<DaySummary> days) {
        double wall = measured(days).mapToDouble(WeekSummary::wall).sum();
        double covered =
                measured(days).mapToDouble(day -> day.coverage() * wall(day)).sum();
        return wall == 0 ? 0 : Math.round(1_000 * covered / wall) / 1_000.0;
    }

    private static double wall(Measured day) {
        return day.first() == null || day.last() == null
                ? 0
                : Duration.between(day.first(), day.last()).toMillis();
    }

    private static Map<PostureIssue, OfIssue> issues(List<DaySummary> days, List<DaySummary> before) {
        Map<PostureIssue, OfIssue> issues = new EnumMap<>(PostureIssue.class);
        TreeSet<PostureIssue> met = new TreeSet<>();
        Stream.of(days, before)
                .flatMap(WeekSummary::measured)
                .forEach(day -> met.addAll(day.issues().keySet()));
        met.forEach(issue -> issues.put(issue, issue(issue, days, before)));
        return issues;
    }

    private static OfIssue issue(PostureIssue issue, List<DaySummary> days, List<DaySummary> before) {
        List<DaySummary.OfIssue> figures = figures(issue, days);
        Double now = perWornHour(issue, days);
        Double then = perWornHour(issue, before);
        return new OfIssue(
                figures.stream().mapToDouble(DaySummary.OfIssue::badSeconds).sum(),
                now,
                then,
                now == null || then == null ? null : tenths(now - then),
                figures.stream().mapToInt(DaySummary.OfIssue::bouts).sum(),
                figures.stream()
                        .mapToDouble(DaySummary.OfIssue::longestSeconds)
                        .max()
                        .orElse(0),
                figures.stream()
                        .mapToDouble(DaySummary.OfIssue::worstHourSeconds)
                        .max()
                        .orElse(0));
    }

    private static List<DaySummary.OfIssue> figures(PostureIssue issue, List<DaySummary> days) {
        return measured(days)
                .map(day -> day.issues().get(issue))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Minutes of bad time in each hour worn, so that a short week compares fairly. */
    private static @Nullable Double perWornHour(PostureIssue issue, List<DaySummary> days) {
        double worn = worn(days);
        double bad = figures(issue, days).stream()
                .mapToDouble(DaySummary.OfIssue::badSeconds)
                .sum();
        return worn < LEAST_WORN_SECONDS ? null : tenths(60 * bad / worn);
    }

    static double tenths(double value) {
        return Math.round(10 * value) / 10.0;
    }
}
