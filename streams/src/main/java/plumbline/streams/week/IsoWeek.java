package plumbline.streams.week;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A week by ISO 8601, from Monday to Sunday: {@code 2026-W48}. */
public record IsoWeek(LocalDate monday) implements Comparable<IsoWeek> {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

    public static IsoWeek of(LocalDate date) {
        return new IsoWeek(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Throws IllegalArgumentException, with a message for people, where {@code text} is no week. */
    public static IsoWeek parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            LocalDate inFirstWeek = LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 4);
            IsoWeek week = of(inFirstWeek.plusWeeks(Integer.parseInt(matcher.group(2)) - 1L));
            if (week.toString().equals(text)) {
                return week;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no week; write year and week such as 2026-W48");
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    public IsoWeek before() {
        return new IsoWeek(monday.minusWeeks(1));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return Comparator.comparing(IsoWeek::monday).compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
