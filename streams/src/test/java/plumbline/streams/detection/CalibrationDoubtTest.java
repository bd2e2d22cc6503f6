package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;

/** Walking bent for long is doubt, being upright takes it away. */
class CalibrationDoubtTest {
    private static final DoubtRules RULES = new DoubtRules(200, 180_000);
    private static final int BENT = 300;
    private static final int UPRIGHT = 50;

    private final CalibrationDoubt doubt = new CalibrationDoubt();

    private boolean isSuspectAfter(Activity activity, int decidegrees, int seconds) {
        for (int i = 0; i < seconds; i++) {
            doubt.advance(decidegrees, activity, 1_000, RULES);
        }
        return doubt.isSuspect();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 300, 1_350, -200, -900})
    void walkedLikeThatForThreeMinutesItIsSuspect(int decidegrees) {
        assertThat(isSuspectAfter(Activity.WALKING, decidegrees, 179)).isFalse();
        assertThat(isSuspectAfter(Activity.WALKING, decidegrees, 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 0, -199, AngleColumn.MISSING})
    void walkedNearerToUprightOrUnmeasuredItIsNot(int decidegrees) {
        assertThat(isSuspectAfter(Activity.WALKING, decidegrees, 3_600)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Activity.class, mode = EnumSource.Mode.EXCLUDE, names = "WALKING")
    void peopleWorkBentForHoursWithoutDoubt(Activity activity) {
        assertThat(isSuspectAfter(activity, BENT, 20_000)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_201, -901})
    void anAngleThatNoNeckCanHaveIsDoubtWhateverTheyDo(int decidegrees) {
        assertThat(isSuspectAfter(Activity.SITTING, decidegrees, 179)).isFalse();
        assertThat(isSuspectAfter(Activity.SITTING, decidegrees, 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_200, -900})
    void oneThatANeckCanJustHaveIsNot(int decidegrees) {
        assertThat(isSuspectAfter(Activity.SITTING, decidegrees, 3_600)).isFalse();
    }

    @Test
    void walksAddUp() {
        isSuspectAfter(Activity.WALKING, BENT, 90);
        isSuspectAfter(Activity.SITTING, BENT, 600);

        assertThat(isSuspectAfter(Activity.WALKING, BENT, 89)).isFalse();
        assertThat(isSuspectAfter(Activity.WALKING, BENT, 1)).isTrue();
    }

    @Test
    void uprightTimeTakesTenTimesAsMuchAway() {
        isSuspectAfter(Activity.WALKING, BENT, 179);
        isSuspectAfter(Activity.SITTING, UPRIGHT, 6);

        assertThat(isSuspectAfter(Activity.WALKING, BENT, 60)).isFalse();
        assertThat(isSuspectAfter(Activity.WALKING, BENT, 1)).isTrue();
    }

    @Test
    void whoLooksUpForASecondInTenIsNeverSuspect() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(isSuspectAfter(Activity.WALKING, BENT, 9)).isFalse();
            isSuspectAfter(Activity.WALKING, UPRIGHT, 1);
        }
    }

    @Test
    void onceSuspectItStaysSoUntilNoDoubtIsLeft() {
        isSuspectAfter(Activity.WALKING, BENT, 3_600);

        assertThat(isSuspectAfter(Activity.SITTING, UPRIGHT, 17)).isTrue();
        assertThat(isSuspectAfter(Activity.SITTING, UPRIGHT, 1)).isFalse();
        assertThat(isSuspectAfter(Activity.WALKING, BENT, 179)).isFalse();
    }
}
