package plumbline.streams.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.PostureIssue;

/** Where the measured parts of days differ, told so that a person can see it. */
final class DayComparison {
    /** How days are written: seconds to the millisecond, whole ones of the longest, shares to a thousandth. */
    private static final double HALF_A_THOUSANDTH = 0.5e-3 + 1e-9;

    private static final double WORST_HOUR_SECONDS = 160;
    private static final String WORST_HOUR = "worst hour";

    private DayComparison() {}

    /** The first day that the reference has otherwise than it was published last, null for none. */
    static @Nullable String difference(List<ReferenceDay> reference, Map<LocalDate, DaySummary> published) {
        Map<LocalDate, Map<String, Object>> wanted = new TreeMap<>();
        reference.forEach(day -> wanted.put(day.date(), fields(day)));
        return difference("reference", wanted, "topology", measured(published), true);
    }

    /** The first day that ended otherwise than in the other run, null for none. */
    static @Nullable String difference(Map<LocalDate, DaySummary> clean, Map<LocalDate, DaySummary> here) {
        return difference("clean order", measured(clean), "here", measured(here), false);
    }

    private static @Nullable String difference(
            String one,
            Map<LocalDate, Map<String, Object>> wanted,
            String other,
            Map<LocalDate, Map<String, Object>> got,
            boolean asWritten) {
        TreeSet<LocalDate> dates = new TreeSet<>(wanted.keySet());
        dates.addAll(got.keySet());
        for (LocalDate date : dates) {
            Map<String, Object> want = wanted.getOrDefault(date, Map.of());
            Map<String, Object> have = got.getOrDefault(date, Map.of());
            TreeSet<String> fields = new TreeSet<>(want.keySet());
            fields.addAll(have.keySet());
            fields.removeIf(field -> agree(want.get(field), have.get(field), asWritten ? within(field) : 0));
            if (!fields.isEmpty()) {
                StringBuilder text = new StringBuilder("day " + date + " differs");
                fields.forEach(field -> text.append("\n  ")
                        .append(field)
                        .append(": ")
                        .append(one)
                        .append(' ')
                        .append(want.get(field))
                        .append(", ")
                        .append(other)
                        .append(' ')
                        .append(have.get(field)));
                return text.toString();
            }
        }
        return null;
    }

    private static boolean agree(@Nullable Object want, @Nullable Object have, double within) {
        return want instanceof Double one && have instanceof Double other
                ? Math.abs(one - other) <= within
                : want != null && want.equals(have);
    }

    private static double within(String field) {
        return field.endsWith(WORST_HOUR) ? WORST_HOUR_SECONDS : HALF_A_THOUSANDTH;
    }

    /** A day of which something was told and nothing measured is none here. */
    private static Map<LocalDate, Map<String, Object>> measured(Map<LocalDate, DaySummary> published) {
        Map<LocalDate, Map<String, Object>> measured = new TreeMap<>();
        published.forEach((date, day) -> {
            if (day.measured().first() != null) {
                measured.put(date, fields(day));
            }
        });
        return measured;
    }

    private static Map<String, Object> fields(ReferenceDay day) {
        Map<String, Object> fields = fields(
                Instant.ofEpochMilli(day.bounds().fromMillis()),
                Instant.ofEpochMilli(day.bounds().toMillis()),
                true,
                new DaySummary.Measured(
                        Instant.ofEpochMilli(day.measured().fromMillis()),
                        Instant.ofEpochMilli(day.measured().toMillis()),
                        day.wornMillis() / 1e3,
                        day.walkingMillis() / 1e3,
                        day.coverage(),
                        Map.of()));
        day.issues()
                .forEach((issue, of) -> fields.putAll(fields(
                        issue,
                        new DaySummary.OfIssue(
                                of.badMillis() / 1e3,
                                of.bouts(),
                                of.longestMillis() / 1_000,
                                of.worstHourMillis() / 1e3))));
        return fields;
    }

    private static Map<String, Object> fields(DaySummary day) {
        return fields(day.start(), day.end(), day.complete(), day.measured());
    }

    private static Map<String, Object> fields(
            Instant start, Instant end, boolean complete, DaySummary.Measured measured) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("start", start);
        fields.put("end", end);
        fields.put("complete", complete);
        fields.put("first", String.valueOf(measured.first()));
        fields.put("last", String.valueOf(measured.last()));
        fields.put("worn seconds", measured.wornSeconds());
        fields.put("walking seconds", measured.walkingSeconds());
        fields.put("coverage", measured.coverage());
        measured.issues().forEach((issue, of) -> fields.putAll(fields(issue, of)));
        return fields;
    }

    private static Map<String, Object> fields(PostureIssue issue, DaySummary.OfIssue of) {
        return Map.of(
                issue.word() + " bad seconds", of.badSeconds(),
                issue.word() + " bouts", of.bouts(),
                issue.word() + " longest seconds", of.longestSeconds(),
                issue.word() + " " + WORST_HOUR, of.worstHourSeconds());
    }
}
