package plumbline.streams.reminding;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        BackOff backOff,
        MovementRules movement,
        int capDay,
        int capIssue,
        int capExtra,
        DailyHours quiet,
        WorkingHours work,
        DailyHours lunch,
        ZoneId zone,
        long snooze,
        long painRest,
        long pausedUntil,
        Profile.@Nullable Vacation vacation,
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
                new BackOff(settings.count(RuleSetting.BACK_OFF_AFTER), settings.millis(RuleSetting.BACK_OFF_MOST)),
                MovementRules.of(settings),
                settings.count(RuleSetting.CAP_DAY),
                settings.count(RuleSetting.CAP_ISSUE),
                settings.count(RuleSetting.CAP_EXTRA),
                hours(settings, RuleSetting.QUIET_FROM, RuleSetting.QUIET_TO),
                new WorkingHours(
                        settings.days(RuleSetting.WORK_DAYS),
                        settings.timeOfDay(RuleSetting.WORK_FROM),
                        settings.timeOfDay(RuleSetting.WORK_TO)),
                hours(settings, RuleSetting.LUNCH_FROM, RuleSetting.LUNCH_TO),
                settings.zone(),
                settings.millis(RuleSetting.SNOOZE),
                settings.millis(RuleSetting.PAIN_REST),
                profile.pausedUntil() == null ? 0 : profile.pausedUntil().toEpochMilli(),
                profile.vacation(),
                profile.avoid() == null ? Set.of() : Set.copyOf(profile.avoid()),
                profile.floor());
    }

    private static DailyHours hours(RuleSettings settings, RuleSetting from, RuleSetting to) {
        return new DailyHours(settings.timeOfDay(from), settings.timeOfDay(to));
    }

    long fresh(PostureIssue issue) {
        return issue == PostureIssue.PROLONGED_SITTING ? freshSitting : freshPosture;
    }
}
