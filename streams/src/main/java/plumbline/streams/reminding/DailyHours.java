package plumbline.streams.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Some hours of each day, such as the night or lunch, by the wearer's own clock. Where the clock is put back they are one run
 * all the same: from when it first shows their beginning to when it has shown their end for the last time.
 *
 * @param to may lie on the next day; the same as {@code from} for no hours at all
 */
record DailyHours(LocalTime from, LocalTime to) {
    /** When the hours end that hold at {@code at}; nothing outside them. */
    Optional<Instant> endAt(Instant at, ZoneId zone) {
        WallClock clock = new WallClock(zone);
        LocalDate today = clock.date(at);
        return endOf(today.minusDays(1), at, clock).or(() -> endOf(today, at, clock));
    }

    private Optional<Instant> endOf(LocalDate begun, Instant at, WallClock clock) {
        Instant begin = clock.first(begun, from);
        Instant end = clock.past(begun.plusDays(from.isAfter(to) ? 1 : 0), to);
        boolean holds = !from.equals(to) && !at.isBefore(begin) && at.isBefore(end);
        return holds ? Optional.of(end) : Optional.empty();
    }
}
