package plumbline.streams.detection;

import plumbline.contract.device.AngleColumn;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.settings.Dose;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/**
 * When an episode of one issue becomes active and long, and what ends it; all times in milliseconds.
 *
 * @param severe from where an angle is severe, tenths of a degree
 * @param close not-bad time that ends an episode
 * @param tolerated a hole up to here changes nothing
 * @param suspended a longer hole ends the episode
 * @param severeLevel severe time that raises the level by one
 * @param clears not-bad time in a row after which nothing of an episode is left to recover from
 */
public record EpisodeRules(
        PostureIssue issue,
        int severe,
        long active,
        long longAfter,
        long close,
        long tolerated,
        long suspended,
        long severeLevel,
        long carryForgotten,
        long clears,
        Dose dose) {
    private static final long NEVER = Long.MAX_VALUE;

    /** ISO 11226, figure for head inclination: ten minutes at 20 to 25 degrees, falling to one minute at 85. */
    private static final long ISO_LONG_MILLIS = 10 * 60_000L;

    private static final double ISO_FLAT_DEGREES = 25;
    private static final double ISO_LAST_DEGREES = 85;

    static EpisodeRules of(PostureIssue issue, AngleThresholds thresholds, RuleSettings settings) {
        boolean sitting = issue == PostureIssue.PROLONGED_SITTING;
        Dose dose = issue == PostureIssue.FORWARD_NECK ? settings.dose() : Dose.TIME;
        return new EpisodeRules(
                issue,
                thresholds.severe(),
                settings.millis(RuleSetting.EPISODE_ACTIVE),
                dose == Dose.ISO11226 ? ISO_LONG_MILLIS : settings.millis(longSetting(issue)),
                settings.millis(sitting ? RuleSetting.EPISODE_UPRIGHT : RuleSetting.EPISODE_GOOD),
                settings.millis(RuleSetting.HOLE_TOLERATED),
                settings.millis(sitting ? RuleSetting.HOLE_SITTING : RuleSetting.HOLE_POSTURE),
                settings.millis(RuleSetting.EPISODE_SEVERE),
                settings.millis(RuleSetting.CARRY_FORGOTTEN),
                sitting ? settings.millis(RuleSetting.OWN_MOVEMENT_UPRIGHT) : NEVER,
                dose);
    }

    private static RuleSetting longSetting(PostureIssue issue) {
        return switch (issue) {
            case FORWARD_NECK -> RuleSetting.FORWARD_NECK_LONG;
            case ROUNDED_SHOULDERS -> RuleSetting.ROUNDED_SHOULDERS_LONG;
            case PROLONGED_SITTING -> RuleSetting.PROLONGED_SITTING_LONG;
        };
    }

    /** What {@code millis} of bad time at an angle add to the exposure, which is long at {@link #longAfter}. */
    long exposure(long millis, int decidegrees) {
        if (dose == Dose.TIME || decidegrees == AngleColumn.MISSING) {
            return millis;
        }
        return Math.round(millis * (ISO_LONG_MILLIS / 60_000.0) / isoLimitMinutes(decidegrees / 10.0));
    }

    private static double isoLimitMinutes(double degrees) {
        if (degrees <= ISO_FLAT_DEGREES) {
            return ISO_LONG_MILLIS / 60_000.0;
        }
        if (degrees > ISO_LAST_DEGREES) {
            return 1;
        }
        return 8 - 7 * (degrees - ISO_FLAT_DEGREES) / (ISO_LAST_DEGREES - ISO_FLAT_DEGREES);
    }

    /** 0 before long, then 1, 2 and 3 at once, twice and four times {@link #longAfter}. */
    int level(long exposure) {
        if (exposure < longAfter) {
            return 0;
        }
        return exposure < 2 * longAfter ? 1 : exposure < 4 * longAfter ? 2 : 3;
    }
}
