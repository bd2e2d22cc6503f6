package plumbline.streams.detection;

import plumbline.contract.device.Mount;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.settings.RuleSettings;

/** The rules of detection for one wearer and one mount, ready for use. */
public record DetectionRules(
        AngleThresholds neckAngle,
        AngleThresholds shoulderAngle,
        EpisodeRules neck,
        EpisodeRules shoulders,
        EpisodeRules sitting,
        DoubtRules doubt) {
    private static final AngleThresholds NO_ANGLE =
            new AngleThresholds(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    public static DetectionRules of(RuleSettings settings, Mount mount) {
        AngleThresholds neck = AngleThresholds.neck(settings, mount);
        AngleThresholds shoulders = AngleThresholds.shoulders(settings);
        return new DetectionRules(
                neck,
                shoulders,
                EpisodeRules.of(PostureIssue.FORWARD_NECK, neck, settings),
                EpisodeRules.of(PostureIssue.ROUNDED_SHOULDERS, shoulders, settings),
                EpisodeRules.of(PostureIssue.PROLONGED_SITTING, NO_ANGLE, settings),
                DoubtRules.of(settings));
    }

    /** After so long without anything measured nothing of before counts any more, milliseconds. */
    public long rest() {
        return Math.max(neck.carryForgotten(), Math.max(neck.suspended(), sitting.suspended()));
    }

    /** How long a reading stands at most that was taken every {@code intervalMillis}. */
    public static long holdMillis(int intervalMillis) {
        return Observation.hold(intervalMillis);
    }

    public EpisodeRules of(PostureIssue issue) {
        return switch (issue) {
            case FORWARD_NECK -> neck;
            case ROUNDED_SHOULDERS -> shoulders;
            case PROLONGED_SITTING -> sitting;
        };
    }
}
