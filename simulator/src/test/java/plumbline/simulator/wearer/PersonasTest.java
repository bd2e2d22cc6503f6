package plumbline.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.PostureIssue;

/** Eleven hours of a thousand wearers of each persona, by their truth alone. */
class PersonasTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(11);
    private static final int SEEDS = 1_000;

    @Test
    void theUprightNeverHoldAnythingForLong() {
        assertThat(longest(Personas.UPRIGHT, PostureIssue.FORWARD_NECK)).isLessThan(Duration.ofMinutes(7));
        assertThat(longest(Personas.UPRIGHT, PostureIssue.ROUNDED_SHOULDERS)).isLessThan(Duration.ofMinutes(10));
        assertThat(longest(Personas.UPRIGHT, PostureIssue.PROLONGED_SITTING)).isLessThan(Duration.ofMinutes(30));
    }

    @Test
    void sittingBoutsLastAsTheirDistributionSays() {
        assertThat(meanMinutes(Personas.UPRIGHT, PostureIssue.PROLONGED_SITTING))
                .isCloseTo(22, within(2.0));
        assertThat(meanMinutes(Personas.TYPICAL, PostureIssue.PROLONGED_SITTING))
                .isCloseTo(42, within(4.0));
        assertThat(meanMinutes(Personas.SIT_STAND, PostureIssue.PROLONGED_SITTING))
                .isCloseTo(27, within(3.0));
        assertThat(meanMinutes(Personas.NEVER_STANDS, PostureIssue.PROLONGED_SITTING))
                .isCloseTo(130, within(20.0));
    }

    @Test
    void spellsLastAsTheirDistributionSays() {
        assertThat(meanMinutes(Personas.UPRIGHT, PostureIssue.FORWARD_NECK)).isCloseTo(2.6, within(0.4));
        assertThat(meanMinutes(Personas.TYPICAL, PostureIssue.FORWARD_NECK)).isCloseTo(6.3, within(1.0));
        assertThat(meanMinutes(Personas.SLUMPER, PostureIssue.FORWARD_NECK)).isCloseTo(13, within(2.0));
        assertThat(meanMinutes(Personas.PHONE_USER, PostureIssue.FORWARD_NECK)).isCloseTo(7.5, within(1.2));
    }

    @Test
    void thePhoneUserHasNoTroubleWithTheShoulders() {
        assertThat(spells(Personas.PHONE_USER, PostureIssue.ROUNDED_SHOULDERS)).isEmpty();
    }

    @Test
    void slumpersHoldTheirShouldersWorseThanTypicalWearers() {
        assertThat(hoursPerDay(Personas.SLUMPER, PostureIssue.ROUNDED_SHOULDERS))
                .isGreaterThan(2 * hoursPerDay(Personas.TYPICAL, PostureIssue.ROUNDED_SHOULDERS));
    }

    @Test
    void spellsOfOneWearerLieAtLeastAMinuteApart() {
        for (Persona persona : Personas.ALL) {
            for (long seed = 0; seed < 50; seed++) {
                List<Spell> spells = day(persona, seed).stream()
                        .filter(spell -> spell.issue() == PostureIssue.FORWARD_NECK)
                        .toList();
                for (int i = 1; i < spells.size(); i++) {
                    assertThat(Duration.between(
                                    spells.get(i - 1).end(), spells.get(i).start()))
                            .as("%s, seed %d, spell %d", persona.name(), seed, i)
                            .isGreaterThanOrEqualTo(Duration.ofSeconds(60));
                }
            }
        }
    }

    private static Duration longest(Persona persona, PostureIssue issue) {
        return spells(persona, issue).stream()
                .map(spell -> Duration.between(spell.start(), spell.end()))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static double meanMinutes(Persona persona, PostureIssue issue) {
        return spells(persona, issue).stream()
                        .filter(spell -> spell.ending() != Ending.END_OF_RUN)
                        .mapToLong(spell ->
                                Duration.between(spell.start(), spell.end()).toMillis())
                        .average()
                        .orElseThrow()
                / 60_000;
    }

    private static double hoursPerDay(Persona persona, PostureIssue issue) {
        return spells(persona, issue).stream()
                        .mapToLong(spell -> spell.held().toMillis())
                        .sum()
                / 3_600_000.0
                / SEEDS;
    }

    private static List<Spell> spells(Persona persona, PostureIssue issue) {
        List<Spell> spells = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            day(persona, seed).stream().filter(spell -> spell.issue() == issue).forEach(spells::add);
        }
        return spells;
    }

    private static List<Spell> day(Persona persona, long seed) {
        Wearer wearer = new Wearer(Chance.ofSeed(seed), persona, START, null);
        wearer.finish(START.plus(DAY).toEpochMilli());
        return wearer.takeSpells();
    }
}
