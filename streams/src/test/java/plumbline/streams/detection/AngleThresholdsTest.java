package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.device.Mount;
import plumbline.contract.event.PostureClass;
import plumbline.streams.settings.RuleSettings;

/** Where a posture turns bad, for each mount and as a wearer chose. */
class AngleThresholdsTest {
    private static final AngleThresholds C7 = AngleThresholds.neck(RuleSettings.DEFAULTS, Mount.C7);

    @ParameterizedTest
    @CsvSource({
        "C7,200,150,400",
        "OCCIPUT,200,150,400",
        "UPPER_BACK,200,150,400",
        "CHAIR,200,150,400",
        "UNKNOWN,200,150,400",
        "GLASSES,180,140,300",
        "EARBUD,100,60,300"
    })
    void eachMountHasItsOwnNeckAngles(Mount mount, int enter, int leave, int severe) {
        assertThat(AngleThresholds.neck(RuleSettings.DEFAULTS, mount))
                .isEqualTo(new AngleThresholds(enter, leave, severe));
    }

    @Test
    void shouldersTurnBadAtFifteenWhateverTheMount() {
        assertThat(AngleThresholds.shoulders(RuleSettings.DEFAULTS)).isEqualTo(new AngleThresholds(150, 100, 300));
    }

    @Test
    void whatWasChosenHoldsForEveryMount() {
        RuleSettings chosen = RuleSettings.DEFAULTS.with(
                Map.of("forward-neck.enter", "22.5", "forward-neck.leave", "17", "forward-neck.severe", "35"));

        assertThat(AngleThresholds.neck(chosen, Mount.C7)).isEqualTo(new AngleThresholds(225, 170, 350));
        assertThat(AngleThresholds.neck(chosen, Mount.EARBUD)).isEqualTo(new AngleThresholds(225, 170, 350));
    }

    @Test
    void aChoiceThatEqualsTheDefaultIsStillAChoice() {
        RuleSettings chosen = RuleSettings.DEFAULTS.with(Map.of("forward-neck.enter", "20"));

        assertThat(AngleThresholds.neck(chosen, Mount.GLASSES)).isEqualTo(new AngleThresholds(200, 140, 300));
    }

    @Test
    void leavingNeverLiesAboveEntering() {
        RuleSettings chosen = RuleSettings.DEFAULTS.with(Map.of("forward-neck.enter", "12"));

        assertThat(AngleThresholds.neck(chosen, Mount.C7)).isEqualTo(new AngleThresholds(120, 120, 400));
    }

    @Test
    void anAngleAtBothEnterAndLeaveIsBadWithEveryReading() {
        AngleThresholds same = new AngleThresholds(200, 200, 400);

        assertThat(same.classify(200, PostureClass.GOOD)).isEqualTo(PostureClass.BAD);
        assertThat(same.classify(200, PostureClass.BAD)).isEqualTo(PostureClass.BAD);
        assertThat(same.classify(199, PostureClass.BAD)).isEqualTo(PostureClass.GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN,199,GOOD",
        "UNKNOWN,200,BAD",
        "GOOD,199,GOOD",
        "GOOD,200,BAD",
        "BAD,151,BAD",
        "BAD,150,GOOD",
        "UNKNOWN,151,GOOD",
        "GOOD,-300,GOOD",
        "GOOD,1200,BAD"
    })
    void betweenLeaveAndEnterItStaysAsItWas(PostureClass before, int decidegrees, PostureClass now) {
        assertThat(C7.classify(decidegrees, before)).isEqualTo(now);
    }

    @Test
    void extensionIsNotForwardNeck() {
        assertThat(C7.classify(-101, PostureClass.UNKNOWN)).isEqualTo(PostureClass.GOOD);
    }
}
