package plumbline.streams.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One number of the rules: its key, default and meaning. The order is that of the printed table. */
public enum RuleSetting {
    FORWARD_NECK_ENTER(
            "forward-neck.enter", SettingType.DEGREES, "20", "neck counts as bad from here on (glasses 18, earbud 10)"),
    FORWARD_NECK_LEAVE(
            "forward-neck.leave",
            SettingType.DEGREES,
            "15",
            "a bad neck is good again at or below (glasses 14, earbud 6)"),
    FORWARD_NECK_SEVERE(
            "forward-neck.severe", SettingType.DEGREES, "40", "neck counts as severe (glasses and earbud 30)"),
    FORWARD_NECK_LONG("forward-neck.long", SettingType.DURATION, "7m", "bad time after which a reminder is due"),
    FORWARD_NECK_DOSE(
            "forward-neck.dose",
            SettingType.DOSE,
            "time",
            "time, or iso11226: steeper counts faster, long at 10m of 20 degrees"),
    ROUNDED_SHOULDERS_ENTER(
            "rounded-shoulders.enter", SettingType.DEGREES, "15", "shoulders count as bad from here on"),
    ROUNDED_SHOULDERS_LEAVE(
            "rounded-shoulders.leave", SettingType.DEGREES, "10", "bad shoulders are good again at or below"),
    ROUNDED_SHOULDERS_SEVERE("rounded-shoulders.severe", SettingType.DEGREES, "30", "shoulders count as severe"),
    ROUNDED_SHOULDERS_LONG(
            "rounded-shoulders.long", SettingType.DURATION, "10m", "bad time after which a reminder is due"),
    PROLONGED_SITTING_LONG(
            "prolonged-sitting.long", SettingType.DURATION, "30m", "sitting time after which a reminder is due"),
    EPISODE_ACTIVE("episode.active", SettingType.DURATION, "60s", "bad time that makes an episode"),
    EPISODE_GOOD("episode.good", SettingType.DURATION, "30s", "good posture that ends an episode; less is tolerated"),
    EPISODE_UPRIGHT(
            "episode.upright", SettingType.DURATION, "60s", "time upright that ends sitting; less is tolerated"),
    EPISODE_SEVERE("episode.severe", SettingType.DURATION, "2m", "severe time that raises the level by one"),
    HOLE_TOLERATED("hole.tolerated", SettingType.DURATION, "30s", "a hole in the data up to here changes nothing"),
    HOLE_POSTURE("hole.posture", SettingType.DURATION, "5m", "a longer hole ends a neck or shoulder episode"),
    HOLE_SITTING("hole.sitting", SettingType.DURATION, "10m", "a longer hole ends a sitting episode"),
    CARRY_FORGOTTEN("carry.forgotten", SettingType.DURATION, "60m", "unrecovered time is forgotten after"),
    RECALIBRATE_BEYOND(
            "recalibrate.beyond",
            SettingType.DEGREES,
            "20",
            "nobody walks for long with the neck so far from upright, forward or back: the sensor moved"),
    RECALIBRATE_AFTER(
            "recalibrate.after",
            SettingType.DURATION,
            "3m",
            "time walked like that after which neck reminders wait for a new calibration, or upright time"),
    FRESH_POSTURE(
            "fresh.posture",
            SettingType.DURATION,
            "2m",
            "no reminder from neck or shoulder readings that arrive later than this"),
    FRESH_SITTING("fresh.sitting", SettingType.DURATION, "5m", "the same for sitting"),
    REMINDER_STEPS("reminder.steps", SettingType.COUNT, "3", "reminders of one episode at most"),
    REMINDER_EXPIRY("reminder.expiry", SettingType.DURATION, "10m", "an undelivered reminder is dropped after"),
    MERGE_WITHIN("merge.within", SettingType.DURATION, "2m", "issues due within this become one reminder"),
    COOLDOWN_SAME("cooldown.same", SettingType.DURATION, "20m", "between two reminders of one issue"),
    COOLDOWN_ANY("cooldown.any", SettingType.DURATION, "10m", "between any two reminders"),
    BACK_OFF_AFTER(
            "back-off.after",
            SettingType.COUNT,
            "3",
            "reminders ignored in a row that double the cooldowns; 0 for never"),
    BACK_OFF_MOST("back-off.most", SettingType.DURATION, "120m", "no cooldown is doubled beyond this"),
    OWN_MOVEMENT("own-movement", SettingType.DURATION, "10m", "no reminder after a break of the wearer's own"),
    OWN_MOVEMENT_UPRIGHT(
            "own-movement.upright",
            SettingType.DURATION,
            "2m",
            "time upright that is a break from sitting, as a reminder of it asks for"),
    OUTCOME_WITHIN(
            "outcome.within", SettingType.DURATION, "5m", "a posture that is good by then has heeded the reminder"),
    CAP_DAY("cap.day", SettingType.COUNT, "12", "reminders a day"),
    CAP_ISSUE("cap.issue", SettingType.COUNT, "6", "reminders a day for one issue"),
    CAP_EXTRA("cap.extra", SettingType.COUNT, "2", "more of both for level 3"),
    QUIET_FROM("quiet.from", SettingType.TIME_OF_DAY, "22:00", "no reminder from here, in the wearer's zone"),
    QUIET_TO("quiet.to", SettingType.TIME_OF_DAY, "07:00", "until here; the same as quiet.from for no quiet hours"),
    WORK_DAYS("work.days", SettingType.DAYS, "mon-sun", "days on which reminders are wanted, such as mon-fri"),
    WORK_FROM("work.from", SettingType.TIME_OF_DAY, "00:00", "reminders from here on these days, in the wearer's zone"),
    WORK_TO("work.to", SettingType.TIME_OF_DAY, "00:00", "until here; the same as work.from for the whole day"),
    LUNCH_FROM("lunch.from", SettingType.TIME_OF_DAY, "00:00", "no reminder from here, in the wearer's zone"),
    LUNCH_TO("lunch.to", SettingType.TIME_OF_DAY, "00:00", "until here; the same as lunch.from for no lunch"),
    ZONE("zone", SettingType.ZONE, "UTC", "time zone of wearers whose profile names none"),
    SNOOZE("snooze", SettingType.DURATION, "30m", "how long an answer 'snooze' or 'not now' without minutes lasts"),
    PAIN_REST(
            "pain.rest",
            SettingType.DURATION,
            "24h",
            "no exercise is suggested for so long after a report of pain, and its advice is delivered"),
    STATUS_EVERY(
            "status.every", SettingType.DURATION, "60s", "a device's status is published on change, else so often"),
    STORED_EVERY("stored.every", SettingType.DURATION, "30s", "a device is told at most so often what is stored"),
    LATE_WITHIN(
            "late.within",
            SettingType.DURATION,
            "24h",
            "readings that come after newer ones, so late at most, mend history"),
    DEVICE_FORGOTTEN(
            "device.forgotten", SettingType.DURATION, "14d", "a device that sends nothing for so long is forgotten"),
    DAY_EVERY(
            "day.every", SettingType.DURATION, "30m", "a day's summary is published at most so often while it goes on");

    private final String key;
    private final SettingType type;
    private final String defaultText;
    private final String meaning;

    RuleSetting(String key, SettingType type, String defaultText, String meaning) {
        this.key = key;
        this.type = type;
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    public String defaultText() {
        return defaultText;
    }

    /** What the setting does, for people. */
    public String meaning() {
        return meaning;
    }

    /** Reads a value; throws IllegalArgumentException that names the key and what may be written. */
    Object parse(String text) {
        return type.parse(key, text);
    }

    public static Optional<RuleSetting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(RuleSetting::key).toList();
    }
}
