package plumbline.streams.reference;

import static plumbline.streams.settings.RuleSetting.*;

import plumbline.contract.device.Mount;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.settings.Dose;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/** The numbers of the settings table that go for one issue. */
record IssueNumbers(PostureIssue issue, RuleSettings settings) {
    private static final long ISO_LONG_MILLIS = 600_000;

    double enter(Mount mount) {
        return switch (issue) {
            case FORWARD_NECK -> neck(FORWARD_NECK_ENTER, mount, 18, 10);
            case ROUNDED_SHOULDERS -> settings.degrees(ROUNDED_SHOULDERS_ENTER);
            case PROLONGED_SITTING -> throw new IllegalStateException("sitting has no angle");
        };
    }

    /** A leave above enter counts as enter. */
    double leave(Mount mount) {
        double leave = issue == PostureIssue.FORWARD_NECK
                ? neck(FORWARD_NECK_LEAVE, mount, 14, 6)
                : settings.degrees(ROUNDED_SHOULDERS_LEAVE);
        return Math.min(leave, enter(mount));
    }

    double severe(Mount mount) {
        return issue == PostureIssue.FORWARD_NECK
                ? neck(FORWARD_NECK_SEVERE, mount, 30, 30)
                : settings.degrees(ROUNDED_SHOULDERS_SEVERE);
    }

    private double neck(RuleSetting setting, Mount mount, double glasses, double earbud) {
        if (settings.isGiven(setting)) {
            return settings.degrees(setting);
        }
        return switch (mount) {
            case GLASSES -> glasses;
            case EARBUD -> earbud;
            default -> settings.degrees(setting);
        };
    }

    boolean isDosed() {
        return issue == PostureIssue.FORWARD_NECK && settings.dose() == Dose.ISO11226;
    }

    /** What so long at this angle adds to the exposure, in whole milliseconds. */
    long exposureMillis(long millis, double degrees) {
        return isDosed() ? Math.round(millis * dose(degrees)) : millis;
    }

    private static double dose(double degrees) {
        double limitMinutes;
        if (degrees <= 25) {
            limitMinutes = 10;
        } else if (degrees <= 85) {
            limitMinutes = 8 - 7 * (degrees - 25) / 60;
        } else {
            limitMinutes = 1;
        }
        return 10 / limitMinutes;
    }

    long longMillis() {
        return switch (issue) {
            case FORWARD_NECK -> isDosed() ? ISO_LONG_MILLIS : settings.millis(FORWARD_NECK_LONG);
            case ROUNDED_SHOULDERS -> settings.millis(ROUNDED_SHOULDERS_LONG);
            case PROLONGED_SITTING -> settings.millis(PROLONGED_SITTING_LONG);
        };
    }

    boolean isSitting() {
        return issue == PostureIssue.PROLONGED_SITTING;
    }

    /** So long good, or upright, ends the episode. */
    long goodMillis() {
        return settings.millis(isSitting() ? EPISODE_UPRIGHT : EPISODE_GOOD);
    }

    long holeMillis() {
        return settings.millis(isSitting() ? HOLE_SITTING : HOLE_POSTURE);
    }

    long freshMillis() {
        return settings.millis(isSitting() ? FRESH_SITTING : FRESH_POSTURE);
    }
}
