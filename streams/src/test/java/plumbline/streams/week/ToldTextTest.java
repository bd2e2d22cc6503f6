package plumbline.streams.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary.Finished;
import plumbline.contract.event.DaySummary.Told;
import plumbline.contract.event.Decision.Outcome;
import plumbline.streams.reminding.HoldRule;

/** What was told in a week, for people to read. */
class ToldTextTest {
    private static Told reminders(Map<Outcome, Integer> reminders) {
        return new Told(reminders, Map.of(), Map.of());
    }

    @Test
    void whatBecameOfTheRemindersStandsBelowThem() {
        Told told = reminders(Map.of(
                Outcome.RAISED, 7, Outcome.CORRECTED, 3, Outcome.IGNORED, 2, Outcome.NOT_WORN, 1, Outcome.UNKNOWN, 1));

        assertThat(ToldText.ofWearer(told))
                .containsExactly(
                        "Reminders: 7",
                        "   3 with good posture or movement soon after",
                        "   2 with no change seen",
                        "   1 before the device came off or its wearer lay down",
                        "   1 with too little measured to tell");
    }

    @Test
    void aReminderWhoseOutcomeIsNotThereYetIsNamed() {
        assertThat(ToldText.ofWearer(reminders(Map.of(Outcome.RAISED, 2, Outcome.IGNORED, 1))))
                .containsExactly("Reminders: 2", "   1 with no change seen", "   1 with no outcome in this week");
    }

    @Test
    void anOutcomeOfAReminderOfTheWeekBeforeStandsAlone() {
        assertThat(ToldText.ofWearer(reminders(Map.of(Outcome.CORRECTED, 1))))
                .containsExactly("Reminders:", "   1 with good posture or movement soon after");
    }

    @Test
    void whyTheyWereHeldBackIsInWordsTheMostFrequentFirst() {
        Told told = new Told(
                Map.of(Outcome.HELD_BACK, 4), Map.of("cooldown_any", 1, "cap_issue", 1, "own_movement", 2), Map.of());

        assertThat(ToldText.ofWearer(told))
                .containsExactly(
                        "Held back: 4 (one may be for several reasons, and come later all the same)",
                        "   2 the position was changed a short while ago",
                        "   1 enough reminders of this for today",
                        "   1 a reminder came a short while ago");
    }

    @Test
    void everyRuleHasWordsAndThatOfAnotherVersionIsItsOwn() {
        for (HoldRule rule : HoldRule.values()) {
            assertThat(HoldRule.reason(rule.word())).doesNotContain("_", ", quiet", ";");
        }
        assertThat(HoldRule.reason("full_moon")).isEqualTo("full moon");
    }

    @Test
    void whatWasReportedAsFinishedHasItsMinutes() {
        Told told = new Told(
                Map.of(),
                Map.of(),
                Map.of(FinishedKind.STRETCH, new Finished(1, 0), FinishedKind.WALK, new Finished(2, 25)));

        assertThat(ToldText.ofWearer(told)).containsExactly("Reported as finished: 1 stretch, 2 walks (25 min)");
    }

    @Test
    void ofAGroupNothingIsSaidOfWhatIsMissingButThatItMayBe() {
        assertThat(ToldText.ofGroup(reminders(Map.of(Outcome.RAISED, 9, Outcome.IGNORED, 5))))
                .containsExactly("Reminders: 9", "   5 with no change seen", "What too few have part in is left out.");
    }

    @Test
    void whereNothingWasToldNothingStands() {
        assertThat(ToldText.ofWearer(reminders(Map.of()))).isEmpty();
        assertThat(ToldText.ofGroup(reminders(Map.of()))).isEmpty();
    }
}
