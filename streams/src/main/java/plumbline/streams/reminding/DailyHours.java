package plumbline.streams.reminding;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Some hours of each day, such as the night or lunch, by the wearer's own clock.
 *
 * @param to may lie on the next day; the same as {@code from} for no hours at all
 */
record DailyHours(LocalTime from, LocalTime to) {
    /** When the hours end that hold at {@code at}; nothing outside them. */
    Optional<Instant> endAt(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean wraps = from.isAfter(to);
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        boolean holds = wraps ? afterFrom || beforeTo : afterFrom && beforeTo;
        if (!holds) {
            return Optional.empty();
        }
        boolean endsTomorrow = wraps && afterFrom;
        return Optional.of(local.plusDays(endsTomorrow ? 1 : 0).with(to).toInstant());
    }
}
