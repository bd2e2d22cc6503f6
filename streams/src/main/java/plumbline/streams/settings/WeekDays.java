package plumbline.streams.settings;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Days of the week as people write them: {@code mon-fri}, {@code mon,wed,fri}, {@code sat-mon}. */
final class WeekDays {
    private static final int LETTERS = 3;

    private WeekDays() {}

    /** Throws IllegalArgumentException where a word is no day. */
    static Set<DayOfWeek> parse(String text) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException(part);
            }
            DayOfWeek last = day(ends[ends.length - 1]);
            for (DayOfWeek day = day(ends[0]); day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name()
                        .substring(0, LETTERS)
                        .toLowerCase(Locale.ROOT)
                        .equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }
}
