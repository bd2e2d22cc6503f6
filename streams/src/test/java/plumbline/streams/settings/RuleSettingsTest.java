package plumbline.streams.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings: their defaults, what may be written, and what is said of what may not. */
class RuleSettingsTest {
    private static RuleSettings with(String key, String text) {
        return RuleSettings.DEFAULTS.with(Map.of(key, text));
    }

    @ParameterizedTest
    @CsvSource({
        "forward-neck.enter,20",
        "forward-neck.leave,15",
        "forward-neck.severe,40",
        "forward-neck.long,7m",
        "forward-neck.dose,time",
        "rounded-shoulders.enter,15",
        "rounded-shoulders.leave,10",
        "rounded-shoulders.severe,30",
        "rounded-shoulders.long,10m",
        "prolonged-sitting.long,30m",
        "episode.active,60s",
        "episode.good,30s",
        "episode.upright,60s",
        "episode.severe,2m",
        "hole.tolerated,30s",
        "hole.posture,5m",
        "hole.sitting,10m",
        "carry.forgotten,60m",
        "fresh.posture,2m",
        "fresh.sitting,5m",
        "reminder.steps,3",
        "merge.within,2m",
        "cooldown.same,20m",
        "cooldown.any,10m",
        "cap.day,12",
        "cap.issue,6",
        "cap.extra,2",
        "quiet.from,22:00",
        "quiet.to,07:00",
        "pain.rest,24h",
        "status.every,60s"
    })
    void theDefaultsAreThoseOfTheDesign(String key, String text) {
        assertThat(RuleSetting.ofKey(key)).map(RuleSetting::defaultText).contains(text);
    }

    @ParameterizedTest
    @EnumSource
    void everySettingHasAKeyAMeaningAndADefaultThatCanBeRead(RuleSetting setting) {
        assertThat(setting.key()).matches("[a-z]+(-[a-z]+)*(\\.[a-z]+)?");
        assertThat(setting.meaning()).isNotBlank();
        assertThat(setting.parse(setting.defaultText())).isNotNull();
    }

    @Test
    void keysAreUnique() {
        assertThat(RuleSetting.keys()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "90s,90000", "7m,420000", "0s,0", "31d,2678400000", "744h,2678400000", "44640m,2678400000"
    })
    void durationsAreReadToThirtyOneDays(String text, long millis) {
        assertThat(with("cooldown.any", text).duration(RuleSetting.COOLDOWN_ANY))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"32d", "745h", "44641m", "2678401s", "''", "7", "m", "-7m", "7 m", "1h30m", "7M", "1.5h", "9999999999s"
    })
    void otherDurationsAreRefused(String text) {
        assertThatThrownBy(() -> with("cooldown.any", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cooldown.any is '" + text + "'; write a duration such as 90s or 7m, up to 31d");
    }

    @ParameterizedTest
    @CsvSource({"-90,-90", "120,120", "22.5,22.5", "0,0"})
    void anglesAreReadFromMinusNinetyToOneHundredAndTwenty(String text, double degrees) {
        assertThat(with("forward-neck.enter", text).degrees(RuleSetting.FORWARD_NECK_ENTER))
                .isEqualTo(degrees);
    }

    @ParameterizedTest
    @CsvSource({"-90.1", "120.1", "NaN", "Infinity", "twenty", "''"})
    void otherAnglesAreRefused(String text) {
        assertThatThrownBy(() -> with("forward-neck.enter", text))
                .hasMessage("forward-neck.enter is '" + text + "'; write an angle in degrees from -90 to 120");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1000,1000"})
    void countsAreReadToAThousand(String text, int count) {
        assertThat(with("cap.day", text).count(RuleSetting.CAP_DAY)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1001", "1.5", "99999999999", "''"})
    void otherCountsAreRefused(String text) {
        assertThatThrownBy(() -> with("cap.day", text))
                .hasMessage("cap.day is '" + text + "'; write a whole number from 0 to 1000");
    }

    @Test
    void timesOfDayZonesAndTheDoseAreRead() {
        RuleSettings chosen = RuleSettings.DEFAULTS.with(
                Map.of("quiet.from", "21:30", "zone", "Pacific/Auckland", "forward-neck.dose", "iso11226"));

        assertThat(chosen.timeOfDay(RuleSetting.QUIET_FROM)).isEqualTo(LocalTime.of(21, 30));
        assertThat(chosen.zone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
        assertThat(chosen.dose()).isEqualTo(Dose.ISO11226);
    }

    @ParameterizedTest
    @CsvSource({
        "quiet.from,24:00,a time of day such as 22:00",
        "quiet.from,9pm,a time of day such as 22:00",
        "zone,Berlin,a time zone such as Europe/Berlin",
        "zone,'',a time zone such as Europe/Berlin",
        "forward-neck.dose,iso,time or iso11226"
    })
    void otherTimesZonesAndDosesAreRefused(String key, String text, String write) {
        assertThatThrownBy(() -> with(key, text)).hasMessage(key + " is '" + text + "'; write " + write);
    }

    @Test
    void anUnknownKeyIsToldTheNearest() {
        assertThatThrownBy(() -> with("forward-neck.lng", "90s"))
                .hasMessage("there is no setting 'forward-neck.lng'; did you mean forward-neck.long?");
        assertThatThrownBy(() -> with("colour", "blue")).hasMessage("there is no setting 'colour'");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("cap.dya", "1");
        texts.put("cap.day", "many");

        assertThatThrownBy(() -> RuleSettings.DEFAULTS.with(texts))
                .hasMessageContaining("did you mean cap.day?")
                .hasMessageContaining("cap.day is 'many'");
    }

    @Test
    void oneChoiceAfterTheOtherHolds() {
        RuleSettings chosen = with("cap.day", "5").with(Map.of("cap.issue", "2"));

        assertThat(chosen.count(RuleSetting.CAP_DAY)).isEqualTo(5);
        assertThat(chosen.count(RuleSetting.CAP_ISSUE)).isEqualTo(2);
        assertThat(chosen.isGiven(RuleSetting.CAP_DAY)).isTrue();
        assertThat(chosen.isGiven(RuleSetting.CAP_EXTRA)).isFalse();
        assertThat(RuleSettings.DEFAULTS.count(RuleSetting.CAP_DAY)).isEqualTo(12);
    }
}
