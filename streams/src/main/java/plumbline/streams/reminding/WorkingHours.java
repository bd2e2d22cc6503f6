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
        WallClock clock = new WallClock(zone);
        LocalDate today = clock.date(at);
        if (isWithin(today.minusDays(1), at, clock) || isWithin(today, at, clock)) {
            return Optional.empty();
        }
        for (int ahead = 0; ahead <= WEEK; ahead++) {
            LocalDate day = today.plusDays(ahead);
            Instant begin = begin(day, clock);
            if (days.contains(day.getDayOfWeek()) && begin.isAfter(at)) {
                return Optional.of(begin);
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(LocalDate day, Instant at, WallClock clock) {
        return days.contains(day.getDayOfWeek()) && !at.isBefore(begin(day, clock)) && at.isBefore(end(day, clock));
    }

    private Instant begin(LocalDate day, WallClock clock) {
        return clock.first(day, isWholeDay() ? LocalTime.MIN : from);
    }

    private Instant end(LocalDate day, WallClock clock) {
        if (isWholeDay()) {
            return clock.first(day.plusDays(1), LocalTime.MIN);
        }
        return clock.first(day.plusDays(from.isBefore(to) ? 0 : 1), to);
    }

    private boolean isWholeDay() {
        return from.equals(to);
    }
}
