package plumbline.streams.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;

/** Days of one wearer as they were summed up before: where a change of zone moved their bounds, no calendar tells of it. */
public final class KnownDays {
    static final KnownDays NONE = new KnownDays(List.of());

    private final NavigableMap<LocalDate, DaySummary> days = new TreeMap<>();

    private KnownDays(Collection<DaySummary> known) {
        known.forEach(day -> days.put(day.date(), day));
    }

    /**
     * Those that were published up to the open one, and that as it stands.
     *
     * @param published the last revision of each
     */
    public static KnownDays of(DeviceId device, Collection<DaySummary> published, DayLedger ledger, DayRules rules) {
        KnownDays known = new KnownDays(published);
        OpenDay open = ledger.open;
        if (open != null) {
            known.days.tailMap(open.date, true).clear();
            known.days.put(open.date, open.toEvent(device, rules));
        }
        return known;
    }

    Optional<DaySummary> of(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    Optional<DaySummary> at(long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        return days.values().stream()
                .filter(day -> !time.isBefore(day.start()) && time.isBefore(day.end()))
                .findFirst();
    }

    /** Where the day of a time begins, if something of that day was measured before {@code sinceMillis}; else that time. */
    public long wholeFrom(long millis, long sinceMillis) {
        return at(millis)
                .filter(day -> isMeasuredBefore(day, sinceMillis))
                .map(day -> day.start().toEpochMilli())
                .orElse(millis);
    }

    private static boolean isMeasuredBefore(DaySummary day, long millis) {
        Instant first = day.measured().first();
        return first != null && first.toEpochMilli() < millis;
    }
}
