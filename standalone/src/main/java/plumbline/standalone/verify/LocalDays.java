package plumbline.standalone.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Splits times at the midnights of one wearer's clock. */
record LocalDays(ZoneId zone) {
    /** Takes the part of a time that lies on one date. */
    interface Part {
        void on(LocalDate date, long millis);
    }

    LocalDate date(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    private long midnightAfter(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    void split(long fromMillis, long toMillis, Part part) {
        long from = fromMillis;
        while (from < toMillis) {
            LocalDate date = date(from);
            long to = Math.min(toMillis, midnightAfter(date));
            part.on(date, to - from);
            from = to;
        }
    }
}
