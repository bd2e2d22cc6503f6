package plumbline.streams.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import plumbline.contract.operator.NearestName;

/** The settings in force: the defaults, overridden for all wearers or for one. Immutable. */
public final class RuleSettings {
    public static final RuleSettings DEFAULTS = new RuleSettings(new EnumMap<>(RuleSetting.class));

    private static final Map<RuleSetting, Object> DEFAULT_VALUES = defaultValues();

    private final Map<RuleSetting, Object> overrides;

    private RuleSettings(Map<RuleSetting, Object> overrides) {
        this.overrides = overrides;
    }

    private static Map<RuleSetting, Object> defaultValues() {
        Map<RuleSetting, Object> values = new EnumMap<>(RuleSetting.class);
        for (RuleSetting setting : RuleSetting.values()) {
            values.put(setting, setting.parse(setting.defaultText()));
        }
        return values;
    }

    /**
     * These settings with some replaced.
     *
     * @param texts by key, such as {@code forward-neck.long} to {@code 90s}
     * @throws IllegalArgumentException naming every key that is unknown and every value that can't be read
     */
    public RuleSettings with(Map<String, String> texts) {
        EnumMap<RuleSetting, Object> values = new EnumMap<>(RuleSetting.class);
        values.putAll(overrides);
        List<String> problems = new ArrayList<>();
        texts.forEach((key, text) -> {
            try {
                RuleSetting setting = RuleSetting.ofKey(key).orElseThrow(() -> unknown(key));
                values.put(setting, setting.parse(text));
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new RuleSettings(values);
    }

    private static IllegalArgumentException unknown(String key) {
        return new IllegalArgumentException(
                "there is no setting '" + key + "'" + NearestName.hint(key, RuleSetting.keys()));
    }

    /** Whether the setting was given, rather than left at its default. */
    public boolean isGiven(RuleSetting setting) {
        return overrides.containsKey(setting);
    }

    public Duration duration(RuleSetting setting) {
        return (Duration) value(setting);
    }

    public long millis(RuleSetting setting) {
        return duration(setting).toMillis();
    }

    public double degrees(RuleSetting setting) {
        return (Double) value(setting);
    }

    public int count(RuleSetting setting) {
        return (Integer) value(setting);
    }

    public LocalTime timeOfDay(RuleSetting setting) {
        return (LocalTime) value(setting);
    }

    @SuppressWarnings("unchecked") // what the type of the setting reads
    public Set<DayOfWeek> days(RuleSetting setting) {
        return (Set<DayOfWeek>) value(setting);
    }

    public ZoneId zone() {
        return (ZoneId) value(RuleSetting.ZONE);
    }

    public Dose dose() {
        return (Dose) value(RuleSetting.FORWARD_NECK_DOSE);
    }

    private Object value(RuleSetting setting) {
        Object given = overrides.get(setting);
        return given != null ? given : Objects.requireNonNull(DEFAULT_VALUES.get(setting));
    }
}
