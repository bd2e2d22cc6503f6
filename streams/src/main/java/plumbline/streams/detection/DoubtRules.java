package plumbline.streams.detection;

import plumbline.contract.device.AngleColumn;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/**
 * When a calibration is in doubt.
 *
 * @param beyond how far from upright, either way, nobody walks for long, tenths of a degree
 * @param after for how long it takes to be suspect, milliseconds
 */
public record DoubtRules(int beyond, long after) {
    static DoubtRules of(RuleSettings settings) {
        return new DoubtRules(
                AngleColumn.toDecidegrees(settings.degrees(RuleSetting.RECALIBRATE_BEYOND)),
                settings.millis(RuleSetting.RECALIBRATE_AFTER));
    }
}
