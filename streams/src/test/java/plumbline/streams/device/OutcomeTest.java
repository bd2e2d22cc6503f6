package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Answer;
import plumbline.contract.device.WarningSign;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.Profile;
import plumbline.contract.event.Reminder;
import plumbline.streams.Sitter;

/** Every reminder comes to an end, by readings or by the silence of its device; its state is stored between any two inputs. */
class OutcomeTest {
    static final Set<Outcome> ENDS = Set.of(Outcome.CORRECTED, Outcome.IGNORED, Outcome.NOT_WORN, Outcome.UNKNOWN);

    private final Device device = Device.storedEachTime();
    private final Sitter sitter = new Sitter(device::take);

    private List<Decision> ends() {
        return device.decisions().stream()
                .filter(decision -> ENDS.contains(decision.outcome()))
                .toList();
    }

    private static long millis(long second) {
        return Sitter.BEGIN.plusSeconds(second).toEpochMilli();
    }

    @RepeatedTest(12)
    void ofEachReminderRaisedExactlyOneOutcomeIsTold(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        device.settings(Map.of(
                "forward-neck.long", "2m",
                "prolonged-sitting.long", "4m",
                "cooldown.same", "3m",
                "cooldown.any", "1m",
                "cap.day", "1000",
                "cap.issue", "1000",
                "own-movement", "1m",
                "quiet.to", "22:00"));
        RandomDay.uploads(seed).forEach(device::take);
        while (device.wakesAt() != DeviceState.NEVER) {
            device.timePasses(device.wakesAt());
        }

        assertThat(device.reminders()).as("seed %d", seed).isNotEmpty();
        assertThat(ends())
                .as("seed %d", seed)
                .extracting(Decision::reminder)
                .containsExactlyInAnyOrderElementsOf(
                        device.reminders().stream().map(Reminder::id).toList());
        assertThat(device.withdrawals()).as("seed %d", seed).doesNotHaveDuplicates();
    }

    @Test
    void aDeviceThatFallsSilentHasAMinuteMoreThanItsPaceToTell() {
        sitter.bad(430);
        assertThat(device.reminders()).hasSize(1);
        long raised = device.reminders().get(0).raisedAt().toEpochMilli();
        long pace = 9_000;
        device.timePasses(raised + pace + 360_000);
        assertThat(ends()).isEmpty();
        assertThat(device.wakesAt()).isLessThanOrEqualTo(raised + pace + 360_001);

        device.timePasses(raised + pace + 360_001);
        assertThat(ends())
                .singleElement()
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(Outcome.UNKNOWN))
                .satisfies(end -> assertThat(end.at().toEpochMilli()).isEqualTo(raised + 300_000));
    }

    @Test
    void whatWasMeasuredBeforeTheSilenceCounts() {
        sitter.bad(430).bad(290);
        device.timePasses(millis(3_600));

        assertThat(ends()).extracting(Decision::outcome).containsExactly(Outcome.IGNORED);
    }

    @Test
    void whoComesBackAfterTheOutcomeWasToldChangesItNoMore() {
        sitter.bad(430);
        device.timePasses(millis(3_600));
        sitter.good(60);

        assertThat(ends()).extracting(Decision::outcome).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void anAnswerToAReportOfPainIsDecidedAndHasNoOutcome() {
        device.answers(new Answer.PainCheckIn(Sitter.BEGIN, 3, false, Set.of()));

        assertThat(device.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.outcome()).isEqualTo(Outcome.RAISED);
            assertThat(decision.rule()).isEqualTo("pain");
            assertThat(decision.issue()).isNull();
            assertThat(decision.reminder()).isEqualTo(device.reminders().get(0).id());
            assertThat(decision.text()).isEqualTo(device.reminders().get(0).text());
        });
        assertThat(device.wakesAt()).isEqualTo(DeviceState.NEVER);
    }

    @Test
    void aReportOfPainThatComesAgainIsDecidedOnce() {
        Answer pain = new Answer.PainCheckIn(Sitter.BEGIN, 3, false, Set.of(WarningSign.FEVER));
        device.answers(pain);
        device.answers(pain);

        assertThat(device.reminders()).hasSize(1);
        assertThat(device.decisions()).hasSize(1);
    }

    @Test
    void aVacationIsKept() {
        LocalDate today = LocalDate.parse("2026-03-04");
        device.profile(new Profile(1, null, null, null, false, null, new Profile.Vacation(today, today)));
        sitter.perUpload(1).bad(421);

        assertThat(device.decisions()).extracting(Decision::rule).containsExactly("vacation");
    }
}
