package plumbline.streams.reminding;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/** The reminder policy's numbers for one wearer; all times in milliseconds. */
public record ReminderRules(
        long freshPosture,
        long freshSitting,
        int steps,
        long expiry,
        long mergeWithin,
        long cooldownSame,
        long cooldownAny,
        int capDay,
        int capIssue,
        int capExtra,
        LocalTime quietFrom,
        LocalTime quietTo,
        ZoneId zone,
        long snooze,
        long painRest,
        long pausedUntil,
        Set<String> avoid,
        boolean floor) {
    public static ReminderRules of(RuleSettings settings, Profile profile) {
        return new ReminderRules(
                settings.millis(RuleSetting.FRESH_POSTURE),
                settings.millis(RuleSetting.FRESH_SITTING),
                settings.count(RuleSetting.REMINDER_STEPS),
                settings.millis(RuleSetting.REMINDER_EXPIRY),
                settings.millis(RuleSetting.MERGE_WITHIN),
                settings.millis(RuleSetting.COOLDOWN_SAME),
                settings.millis(RuleSetting.COOLDOWN_ANY),
                settings.count(RuleSetting.CAP_DAY),
                settings.count(RuleSetting.CAP_ISSUE),
                settings.count(RuleSetting.CAP_EXTRA),
                settings.timeOfDay(RuleSetting.QUIET_FROM),
                settings.timeOfDay(RuleSetting.QUIET_TO),
                settings.zone(),
                settings.millis(RuleSetting.SNOOZE),
                settings.millis(RuleSetting.PAIN_REST),
                profile.pausedUntil() == null ? 0 : profile.pausedUntil().toEpochMilli(),
                profile.avoid() == null ? Set.of() : Set.copyOf(profile.avoid()),
                profile.floor());
    }

    long fresh(PostureIssue issue) {
        return issue == PostureIssue.PROLONGED_SITTING ? freshSitting : freshPosture;
    }
}
