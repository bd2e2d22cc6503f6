package plumbline.standalone.faults.posture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.streams.settings.RuleSettings;

/** The rules by which an episode takes seconds instead of minutes, and by which nobody sleeps. */
public final class QuickRules {
    private static final Map<String, String> CHANGED = new TreeMap<>(Map.ofEntries(
            Map.entry("forward-neck.long", "6s"),
            Map.entry("rounded-shoulders.long", "8s"),
            Map.entry("prolonged-sitting.long", "20s"),
            Map.entry("episode.active", "3s"),
            Map.entry("episode.good", "3s"),
            Map.entry("episode.upright", "3s"),
            Map.entry("episode.severe", "5s"),
            Map.entry("hole.tolerated", "5s"),
            Map.entry("hole.posture", "12s"),
            Map.entry("hole.sitting", "12s"),
            Map.entry("carry.forgotten", "20s"),
            Map.entry("merge.within", "1s"),
            Map.entry("cooldown.same", "4s"),
            Map.entry("cooldown.any", "2s"),
            Map.entry("own-movement", "1s"),
            Map.entry("own-movement.upright", "6s"),
            Map.entry("outcome.within", "10s"),
            Map.entry("back-off.after", "1000"),
            Map.entry("cap.day", "1000"),
            Map.entry("cap.issue", "1000"),
            Map.entry("quiet.from", "00:00"),
            Map.entry("quiet.to", "00:00"),
            Map.entry("status.every", "1s")));

    private QuickRules() {}

    public static RuleSettings settings() {
        return RuleSettings.DEFAULTS.with(CHANGED);
    }

    /** The same as options of a service. */
    public static List<String> options() {
        return CHANGED.entrySet().stream()
                .map(setting -> "--set=" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }
}
