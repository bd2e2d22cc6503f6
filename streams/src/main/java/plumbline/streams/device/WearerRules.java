package plumbline.streams.device;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Profile;
import plumbline.streams.detection.DetectionRules;
import plumbline.streams.reminding.ReminderRules;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;
import plumbline.streams.summary.DayRules;

/**
 * The rules for one wearer and one mount.
 *
 * @param statusEvery how often an unchanged status is published, milliseconds
 * @param storedEvery how often at most a device is told what is stored, milliseconds
 * @param lateWithin readings that come later than this change nothing any more, milliseconds
 * @param forgottenAfter a device that sends nothing for so long is forgotten, milliseconds
 */
public record WearerRules(
        DetectionRules detection,
        ReminderRules reminding,
        DayRules day,
        long statusEvery,
        long storedEvery,
        long lateWithin,
        long forgottenAfter) {
    static WearerRules of(RuleSettings defaults, Profile profile, Mount mount) {
        RuleSettings settings = settings(defaults, profile);
        return new WearerRules(
                DetectionRules.of(settings, mount),
                ReminderRules.of(settings, profile),
                DayRules.of(settings),
                settings.millis(RuleSetting.STATUS_EVERY),
                settings.millis(RuleSetting.STORED_EVERY),
                settings.millis(RuleSetting.LATE_WITHIN),
                settings.millis(RuleSetting.DEVICE_FORGOTTEN));
    }

    /** The defaults with the profile's choices; throws IllegalArgumentException that names each one that can't be. */
    public static RuleSettings settings(RuleSettings defaults, Profile profile) {
        Map<String, String> chosen = new HashMap<>();
        if (profile.settings() != null) {
            chosen.putAll(profile.settings());
        }
        if (profile.zone() != null) {
            chosen.put(RuleSetting.ZONE.key(), profile.zone());
        }
        return chosen.isEmpty() ? defaults : defaults.with(chosen);
    }

    /** The rules of the profiles met last, so that they are not worked out for every upload. */
    static final class Cache {
        static final int MOST = 1_000;

        private final RuleSettings defaults;
        private final Map<Key, WearerRules> rules = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, WearerRules> eldest) {
                return size() > MOST;
            }
        };

        private record Key(Profile profile, Mount mount) {}

        Cache(RuleSettings defaults) {
            this.defaults = defaults;
        }

        RuleSettings defaults() {
            return defaults;
        }

        WearerRules of(Profile profile, Mount mount) {
            return rules.computeIfAbsent(new Key(profile, mount), key -> WearerRules.of(defaults, profile, mount));
        }
    }
}
