package plumbline.streams.reminding;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The hours of the day in which nobody is reminded, by the wearer's own clock. */
final class QuietHours {
    private QuietHours() {}

    /** When the quiet hours end that hold at {@code at}; nothing outside them. Equal bounds mean no quiet hours. */
    static Optional<Instant> endAt(Instant at, LocalTime from, LocalTime to, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean wraps = from.isAfter(to);
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        boolean quiet = wraps ? afterFrom || beforeTo : afterFrom && beforeTo;
        if (!quiet) {
            return Optional.empty();
        }
        boolean endsTomorrow = wraps && afterFrom;
        return Optional.of(local.plusDays(endsTomorrow ? 1 : 0).with(to).toInstant());
    }
}
