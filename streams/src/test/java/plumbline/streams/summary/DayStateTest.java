package plumbline.streams.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;
import plumbline.streams.reminding.HoldRule;

/** How many bytes a day takes in a device's state. */
class DayStateTest {
    private final Summed summed = Summed.in("Europe/Berlin");

    private void aFullWorkingDay() {
        Random random = new Random(7);
        Sitter sitter = new Sitter(summed::take).every(1_300).at(Instant.parse("2026-03-04T06:00:00Z"));
        for (int i = 0; i < 300; i++) {
            sitter.does(Activity.SITTING, 20 + random.nextInt(40), 15 + random.nextInt(30), random.nextInt(180))
                    .walks(random.nextInt(60));
        }
    }

    private static Decision decision(Outcome outcome, String rule) {
        String episode = "pl-1/forward_neck/1772618400000";
        Instant at = Sitter.BEGIN.plusSeconds(3_600);
        return new Decision(
                Summed.DEVICE, PostureIssue.FORWARD_NECK, episode, episode + "/1", at, outcome, rule, null, "");
    }

    @Test
    void aFullWorkingDayTakesAboutAHundredAndThirtyBytes() {
        aFullWorkingDay();
        for (int i = 0; i < 9; i++) {
            summed.fold().decided(decision(Outcome.RAISED, "first"));
        }
        summed.fold().decided(decision(Outcome.HELD_BACK, "cooldown_any"));
        summed.fold().decided(decision(Outcome.HELD_BACK, "lunch"));
        summed.finishes(FinishedKind.STRETCH, Instant.parse("2026-03-04T12:00:00.123Z"), 2);

        assertThat(Summed.of(PostureIssue.FORWARD_NECK, summed.all().get(0)).bouts())
                .isGreaterThan(10);
        assertThat(summed.state().length).isLessThanOrEqualTo(132);
    }

    @Test
    void withEveryRuleAndKindAndALaterDayItStillFits() {
        aFullWorkingDay();
        for (Outcome outcome : Outcome.values()) {
            for (HoldRule rule : HoldRule.values()) {
                summed.fold().decided(decision(outcome, rule.word()));
            }
        }
        for (FinishedKind kind : FinishedKind.values()) {
            summed.finishes(kind, Instant.parse("2026-03-04T16:20:00.123Z").plusSeconds(1_000L * kind.ordinal()), 90);
        }
        summed.finishes(FinishedKind.SWIM, Instant.parse("2026-03-05T12:20:00.123Z"), 90);

        assertThat(summed.state().length).isLessThanOrEqualTo(240);
    }
}
