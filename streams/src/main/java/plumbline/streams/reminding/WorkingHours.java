package plumbline.streams.reminding;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * When the wearer works, by their own clock: on some days of the week, from one time to another. A shift over midnight belongs
 * to the day on which it begins.
 *
 * @param to the same as {@code from} for the whole day
 */
record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    private static final int WEEK = 7;

    /** When work begins next; nothing while it lasts, or where there is no day for it. */
    Optional<Instant> beginsAfter(Instant at, ZoneId zone) {
        LocalDate today = at.atZone(zone).toLocalDate();
        if (isWithin(today.minusDays(1), at, zone) || isWithin(today, at, zone)) {
            return Optional.empty();
        }
        for (int ahead = 0; ahead <= WEEK; ahead++) {
            LocalDate day = today.plusDays(ahead);
            Instant begin = begin(day, zone);
            if (days.contains(day.getDayOfWeek()) && begin.isAfter(at)) {
                return Optional.of(begin);
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(LocalDate day, Instant at, ZoneId zone) {
        return days.contains(day.getDayOfWeek()) && !at.isBefore(begin(day, zone)) && at.isBefore(end(day, zone));
    }

    private Instant begin(LocalDate day, ZoneId zone) {
        return day.atTime(isWholeDay() ? LocalTime.MIN : from).atZone(zone).toInstant();
    }

    private Instant end(LocalDate day, ZoneId zone) {
        if (isWholeDay()) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
        return day.plusDays(from.isBefore(to) ? 0 : 1).atTime(to).atZone(zone).toInstant();
    }

    private boolean isWholeDay() {
        return from.equals(to);
    }
}
