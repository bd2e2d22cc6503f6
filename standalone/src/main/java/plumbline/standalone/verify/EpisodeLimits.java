package plumbline.standalone.verify;

import plumbline.contract.event.PostureIssue;
import plumbline.simulator.device.VirtualDevice;
import plumbline.streams.detection.DetectionRules;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/** The documented limits of one issue, in milliseconds. */
record EpisodeLimits(
        PostureIssue issue,
        long active,
        long longAfter,
        long close,
        long tolerated,
        long suspended,
        long forgotten,
        long clears) {
    /** How long a reading stands at most. */
    static final long HOLD_MILLIS = DetectionRules.holdMillis(VirtualDevice.INTERVAL_MILLIS);

    private static final long NEVER = Long.MAX_VALUE;

    static EpisodeLimits of(PostureIssue issue) {
        RuleSettings settings = RuleSettings.DEFAULTS;
        boolean sitting = issue == PostureIssue.PROLONGED_SITTING;
        RuleSetting longAfter = switch (issue) {
            case FORWARD_NECK -> RuleSetting.FORWARD_NECK_LONG;
            case ROUNDED_SHOULDERS -> RuleSetting.ROUNDED_SHOULDERS_LONG;
            case PROLONGED_SITTING -> RuleSetting.PROLONGED_SITTING_LONG;
        };
        return new EpisodeLimits(
                issue,
                settings.millis(RuleSetting.EPISODE_ACTIVE),
                settings.millis(longAfter),
                settings.millis(sitting ? RuleSetting.EPISODE_UPRIGHT : RuleSetting.EPISODE_GOOD),
                settings.millis(RuleSetting.HOLE_TOLERATED),
                settings.millis(sitting ? RuleSetting.HOLE_SITTING : RuleSetting.HOLE_POSTURE),
                settings.millis(RuleSetting.CARRY_FORGOTTEN),
                sitting ? settings.millis(RuleSetting.OWN_MOVEMENT_UPRIGHT) : NEVER);
    }

    boolean isPublished(TrueEpisode episode) {
        return episode.badMillis() >= active;
    }

    boolean isLong(TrueEpisode episode) {
        return isPublished(episode) && episode.exposureMillis() >= longAfter;
    }
}
