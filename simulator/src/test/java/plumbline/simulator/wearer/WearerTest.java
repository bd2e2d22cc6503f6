package plumbline.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;

class WearerTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final long T = START.toEpochMilli();
    private static final Opening OPENING = new Opening(Duration.ofMinutes(1), Duration.ofMinutes(9), SpellKind.NECK);

    private final Wearer wearer = new Wearer(Chance.ofSeed(3), Personas.SLUMPER, START, OPENING);

    @Test
    void anOpeningSpellBeginsAndEndsToTheMillisecond() {
        assertThat(wearer.at(T + 59_999).neckDegrees()).isLessThan(15);
        assertThat(wearer.at(T + 60_000).neckDegrees()).isGreaterThan(20);
        assertThat(wearer.at(T + 599_999).neckDegrees()).isGreaterThan(20);
        assertThat(wearer.at(T + 600_000).neckDegrees()).isLessThan(15);
        assertThat(wearer.takeSpells())
                .containsExactly(new Spell(
                        PostureIssue.FORWARD_NECK,
                        START.plusSeconds(60),
                        START.plusSeconds(600),
                        Duration.ZERO,
                        Cause.SLUMPING,
                        Ending.OWN_ACCORD));
    }

    @Test
    void correctingThePostureEndsTheSpellThereAndThen() {
        wearer.at(T + 200_000);

        wearer.correctPosture(T + 200_500);

        assertThat(wearer.at(T + 200_500).neckDegrees()).isLessThan(15);
        assertThat(wearer.at(T + 260_000).neckDegrees()).isLessThan(15);
        Spell spell = wearer.takeSpells().get(0);
        assertThat(spell.end()).isEqualTo(START.plusMillis(200_500));
        assertThat(spell.ending()).isEqualTo(Ending.REMINDER);
    }

    @Test
    void correctingAGoodPostureChangesNothing() {
        Wearer other = new Wearer(Chance.ofSeed(3), Personas.SLUMPER, START, OPENING);
        wearer.correctPosture(T + 30_000);

        assertThat(wearer.at(T + 59_999)).isEqualTo(other.at(T + 59_999));
        assertThat(wearer.at(T + 60_000)).isEqualTo(other.at(T + 60_000));
    }

    @Test
    void standingUpEndsTheSittingBoutAndTheSpell() {
        wearer.at(T + 200_000);

        wearer.standUp(T + 200_000);

        assertThat(wearer.at(T + 200_000).activity()).isEqualTo(Activity.STANDING);
        assertThat(wearer.at(T + 200_000 + 119_000).activity()).isEqualTo(Activity.STANDING);
        assertThat(wearer.takeSpells())
                .extracting(Spell::issue, Spell::ending)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(PostureIssue.FORWARD_NECK, Ending.REMINDER),
                        org.assertj.core.groups.Tuple.tuple(PostureIssue.PROLONGED_SITTING, Ending.REMINDER));
    }

    @Test
    void theEndOfTheRunCutsOffTheSpell() {
        wearer.at(T + 100_000);

        wearer.finish(T + 101_000);

        assertThat(wearer.takeSpells()).extracting(Spell::end).containsOnly(START.plusSeconds(101));
    }

    @Test
    void timeDoesNotRunBack() {
        wearer.at(T + 100_000);

        assertThatThrownBy(() -> wearer.at(T + 1_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNightIsSpentOffTheBody() {
        for (Persona persona : Personas.ALL) {
            for (long seed = 0; seed < 20; seed++) {
                Wearer sleeper = new Wearer(Chance.ofSeed(seed), persona, START, null);
                List<Activity> night = List.of(
                        sleeper.at(T + Duration.ofHours(12).toMillis()).activity(),
                        sleeper.at(T + Duration.ofHours(19).toMillis()).activity(),
                        sleeper.at(T + Duration.ofHours(36).toMillis()).activity());
                assertThat(night).as("%s, seed %d", persona.name(), seed).containsOnly(Activity.OFF_BODY);
            }
        }
    }
}
