package plumbline.streams.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import plumbline.contract.event.DaySummary;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/**
 * How the days of one wearer are told apart and summed up; times in milliseconds.
 *
 * @param active bad time from which on an episode counts as a bout
 * @param every how often at most a day that goes on is published
 * @param known days whose bounds are known already; all others go by the zone
 */
public record DayRules(ZoneId zone, long active, long every, KnownDays known) {
    public static DayRules of(RuleSettings settings) {
        return new DayRules(
                settings.zone(),
                settings.millis(RuleSetting.EPISODE_ACTIVE),
                settings.millis(RuleSetting.DAY_EVERY),
                KnownDays.NONE);
    }

    /** The same where days are known, none of which is published before it is over. */
    DayRules ofWholeDays(KnownDays days) {
        return new DayRules(zone, active, Long.MAX_VALUE, days);
    }

    LocalDate dateAt(long millis) {
        return known.at(millis)
                .map(DaySummary::date)
                .orElseGet(() -> Instant.ofEpochMilli(millis).atZone(zone).toLocalDate());
    }

    /** The first moment of a date; where the clocks skip midnight, the moment after. */
    long startMillis(LocalDate date) {
        return known.of(date)
                .map(DaySummary::start)
                .orElseGet(() -> date.atStartOfDay(zone).toInstant())
                .toEpochMilli();
    }

    long endMillis(LocalDate date) {
        return known.of(date).map(day -> day.end().toEpochMilli()).orElseGet(() -> startMillis(date.plusDays(1)));
    }
}
