package plumbline.streams.reminding;

import plumbline.contract.event.PostureIssue;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/**
 * What good posture and movement are worth; milliseconds.
 *
 * @param good good posture or walking that ends a neck or shoulder episode
 * @param up time upright that ends a sitting episode
 * @param upright time upright that is a break from sitting
 * @param quiet how long a break of the wearer's own holds reminders back
 * @param within how long after a reminder its outcome is looked for
 */
record MovementRules(long good, long up, long upright, long quiet, long within) {
    static MovementRules of(RuleSettings settings) {
        return new MovementRules(
                settings.millis(RuleSetting.EPISODE_GOOD),
                settings.millis(RuleSetting.EPISODE_UPRIGHT),
                settings.millis(RuleSetting.OWN_MOVEMENT_UPRIGHT),
                settings.millis(RuleSetting.OWN_MOVEMENT),
                settings.millis(RuleSetting.OUTCOME_WITHIN));
    }

    /** What ends an episode of this issue. */
    long ends(PostureIssue issue) {
        return issue == PostureIssue.PROLONGED_SITTING ? up : good;
    }

    /** What is a break from this issue, and all that a reminder of it asks for. */
    long corrects(PostureIssue issue) {
        return issue == PostureIssue.PROLONGED_SITTING ? upright : good;
    }
}
