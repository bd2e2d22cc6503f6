package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.device.Mount;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.settings.RuleSettings;

/** The numbers of detection, and the dose of ISO 11226. */
class EpisodeRulesTest {
    private static final RuleSettings ISO = RuleSettings.DEFAULTS.with(Map.of("forward-neck.dose", "iso11226"));

    @ParameterizedTest
    @CsvSource({"20,60000", "25,60000", "25.1,75110", "55,133333", "85,600000", "85.1,600000", "120,600000"})
    void aMinuteAtAnAngleAddsTenMinutesOverItsLimit(double degrees, long exposure) {
        EpisodeRules neck = DetectionRules.of(ISO, Mount.C7).neck();

        assertThat(neck.exposure(60_000, (int) Math.round(degrees * 10))).isEqualTo(exposure);
    }

    @Test
    void theDoseHoldsForTheNeckAlone() {
        DetectionRules rules = DetectionRules.of(ISO, Mount.C7);

        assertThat(rules.shoulders().exposure(60_000, 800)).isEqualTo(60_000);
        assertThat(rules.shoulders().longAfter()).isEqualTo(600_000);
    }

    @ParameterizedTest
    @CsvSource({"419999,0", "420000,1", "839999,1", "840000,2", "1679999,2", "1680000,3", "9999999,3"})
    void levelsBeginAtOnceTwiceAndFourTimesLong(long exposure, int level) {
        EpisodeRules neck = DetectionRules.of(RuleSettings.DEFAULTS, Mount.C7).neck();

        assertThat(neck.level(exposure)).isEqualTo(level);
    }

    @Test
    void eachIssueHasItsOwnBounds() {
        DetectionRules rules = DetectionRules.of(RuleSettings.DEFAULTS, Mount.C7);

        assertThat(rules.of(PostureIssue.FORWARD_NECK))
                .extracting(EpisodeRules::longAfter, EpisodeRules::close, EpisodeRules::suspended)
                .containsExactly(420_000L, 30_000L, 300_000L);
        assertThat(rules.of(PostureIssue.ROUNDED_SHOULDERS))
                .extracting(EpisodeRules::longAfter, EpisodeRules::close, EpisodeRules::suspended)
                .containsExactly(600_000L, 30_000L, 300_000L);
        assertThat(rules.of(PostureIssue.PROLONGED_SITTING))
                .extracting(EpisodeRules::longAfter, EpisodeRules::close, EpisodeRules::suspended)
                .containsExactly(1_800_000L, 60_000L, 600_000L);
    }
}
