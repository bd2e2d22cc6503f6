package plumbline.streams.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/**
 * How the days of one wearer are told apart and summed up; times in milliseconds.
 *
 * @param active bad time from which on an episode counts as a bout
 * @param every how often at most a day that goes on is published
 */
public record DayRules(ZoneId zone, long active, long every) {
    public static DayRules of(RuleSettings settings) {
        return new DayRules(
                settings.zone(), settings.millis(RuleSetting.EPISODE_ACTIVE), settings.millis(RuleSetting.DAY_EVERY));
    }

    LocalDate dateAt(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    /** The first moment of a date; where the clocks skip midnight, the moment after. */
    long startMillis(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    long endMillis(LocalDate date) {
        return startMillis(date.plusDays(1));
    }
}
