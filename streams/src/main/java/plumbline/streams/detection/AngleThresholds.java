package plumbline.streams.detection;

import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Mount;
import plumbline.contract.event.PostureClass;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/**
 * Where a posture turns bad, in tenths of a degree: bad from {@code enter} on, good again at or below {@code leave}, in
 * between as before.
 *
 * <p>Sources of the defaults: neck at C7 or occiput from the top band of RULA (20), ISO 11226 (25 less 5 for the sensor)
 * and EN 1005-4 (static 40); head-worn sensors see less change. For rounded shoulders no standard exists (Sandrey
 * 2021): the tilt of the upper back is a proxy.
 */
public record AngleThresholds(int enter, int leave, int severe) {
    /** Leaving above entering would turn good and bad with every reading, so it lies at entering at most. */
    public AngleThresholds {
        leave = Math.min(leave, enter);
    }

    static AngleThresholds neck(RuleSettings settings, Mount mount) {
        return switch (mount) {
            case GLASSES -> neck(settings, 18, 14, 30);
            case EARBUD -> neck(settings, 10, 6, 30);
            default ->
                neck(
                        settings,
                        settings.degrees(RuleSetting.FORWARD_NECK_ENTER),
                        settings.degrees(RuleSetting.FORWARD_NECK_LEAVE),
                        settings.degrees(RuleSetting.FORWARD_NECK_SEVERE));
        };
    }

    private static AngleThresholds neck(RuleSettings settings, double enter, double leave, double severe) {
        return new AngleThresholds(
                given(settings, RuleSetting.FORWARD_NECK_ENTER, enter),
                given(settings, RuleSetting.FORWARD_NECK_LEAVE, leave),
                given(settings, RuleSetting.FORWARD_NECK_SEVERE, severe));
    }

    private static int given(RuleSettings settings, RuleSetting setting, double mountsOwn) {
        return AngleColumn.toDecidegrees(settings.isGiven(setting) ? settings.degrees(setting) : mountsOwn);
    }

    static AngleThresholds shoulders(RuleSettings settings) {
        return new AngleThresholds(
                AngleColumn.toDecidegrees(settings.degrees(RuleSetting.ROUNDED_SHOULDERS_ENTER)),
                AngleColumn.toDecidegrees(settings.degrees(RuleSetting.ROUNDED_SHOULDERS_LEAVE)),
                AngleColumn.toDecidegrees(settings.degrees(RuleSetting.ROUNDED_SHOULDERS_SEVERE)));
    }

    /** How an angle counts after {@code before}, the class of the last one; {@code UNKNOWN} before the first. */
    PostureClass classify(int decidegrees, PostureClass before) {
        boolean bad = decidegrees >= enter || (before == PostureClass.BAD && decidegrees > leave);
        return bad ? PostureClass.BAD : PostureClass.GOOD;
    }
}
