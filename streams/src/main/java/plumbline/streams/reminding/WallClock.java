package plumbline.streams.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** The clock on the wearer's wall, where it is put forward and back. */
record WallClock(ZoneId zone) {
    LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** When it first shows {@code time} on {@code date}; where it skips that time, when it is put forward over it. */
    Instant first(LocalDate date, LocalTime time) {
        LocalDateTime local = date.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    /** From when on it no longer shows a time before {@code time} on {@code date}; the later one where it shows them twice. */
    Instant past(LocalDate date, LocalTime time) {
        LocalDateTime local = date.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null || change.isGap() || local.equals(change.getDateTimeAfter())) {
            return first(date, time);
        }
        return local.toInstant(change.getOffsetAfter());
    }
}
