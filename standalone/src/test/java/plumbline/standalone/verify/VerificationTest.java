package plumbline.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Wearers of every persona for two days, the tenth with a flash that overran. The command runs a hundred for a week. */
class VerificationTest {
    @Test
    void everyLongSpellIsFoundNoneIsInventedAndTheSumsAreThoseOfTheTruth() {
        long seed = new Random().nextLong();
        List<Tally> tallies = Verification.run(new VerifyPlan(10, 2, seed), () -> {});

        Tally all = new Tally();
        tallies.forEach(all::add);
        assertThat(all.faults()).as("--wearers 10 --days 2 --seed %d", seed).isEmpty();
        assertThat(all.longSpells()).as("seed %d", seed).isGreaterThan(100);
        assertThat(tallies.get(9).lostReadings()).as("seed %d", seed).isEqualTo(5 * 3_600);
    }

    @Test
    void theSameSeedGivesTheSameTable() {
        VerifyPlan plan = new VerifyPlan(2, 1, 7);

        assertThat(Verification.run(plan, () -> {}))
                .extracting(tally -> tally.row("wearer"))
                .isEqualTo(Verification.run(plan, () -> {}).stream()
                        .map(tally -> tally.row("wearer"))
                        .toList());
    }
}
