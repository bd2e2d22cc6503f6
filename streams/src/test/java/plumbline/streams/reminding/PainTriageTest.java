package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.contract.device.Answer.PainCheckIn;
import plumbline.contract.device.WarningSign;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.Reminder;

/** When a report of pain calls for a doctor. */
class PainTriageTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    private static Reminder answer(int days, boolean limits, Set<WarningSign> signs) {
        return PainTriage.answer(
                Reminded.DEVICE, new PainCheckIn(NOW, days, limits, signs), !signs.isEmpty(), NOW, 600_000);
    }

    @Test
    void fourteenDaysAreNotYetOverTwoWeeks() {
        assertThat(answer(14, false, Set.of()).advice()).isEqualTo(PainTriage.GUIDANCE);
    }

    @Test
    void fifteenDaysCallForAnAppointment() {
        assertThat(answer(15, false, Set.of()).advice()).contains("make an appointment");
    }

    @Test
    void painThatLimitsTheDayCallsForAnAppointment() {
        assertThat(answer(0, true, Set.of()).advice()).contains("make an appointment");
    }

    @ParameterizedTest
    @CsvSource({
        "FEVER,with fever",
        "RADIATING,travels to arms or legs",
        "BOWEL_BLADDER,controlling bowels or bladder",
        "ACCIDENT,after an accident"
    })
    void eachSignCallsForADoctorAtOnce(WarningSign sign, String words) {
        Reminder answer = answer(0, false, Set.of(sign));

        assertThat(answer.advice()).contains(words).contains("at once");
        assertThat(answer.title()).isEqualTo("Please see a doctor now");
        assertThat(answer.haptic()).isEqualTo(Haptic.DOUBLE);
    }

    @ParameterizedTest
    @EnumSource(WarningSign.class)
    void aSignOutweighsTheDays(WarningSign sign) {
        assertThat(answer(100, true, Set.of(sign)).advice()).contains("at once").doesNotContain("appointment");
    }

    @Test
    void severalSignsAreAllNamed() {
        assertThat(answer(0, false, EnumSet.allOf(WarningSign.class)).advice())
                .isEqualTo("Pain with fever, that travels to arms or legs, with trouble controlling bowels or bladder,"
                        + " after an accident should be seen by a doctor at once: please call one now.");
    }

    @Test
    void noAnswerHoldsAnExercise() {
        assertThat(answer(1, false, Set.of()).exercise()).isNull();
        assertThat(answer(15, true, Set.of()).exercise()).isNull();
        assertThat(answer(1, false, Set.of(WarningSign.FEVER)).exercise()).isNull();
    }

    @Test
    void theGuidanceNamesEverySign() {
        assertThat(PainTriage.GUIDANCE)
                .contains("two weeks", "daily activities", "fever", "arms or legs", "accident", "bowels or bladder");
    }
}
