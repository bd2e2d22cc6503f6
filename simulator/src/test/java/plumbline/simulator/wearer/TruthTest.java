package plumbline.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;

class TruthTest {
    private final Truth truth = new Truth();

    @Test
    void aSpellWithAFidgetInTheMiddleIsOneSpell() {
        pass(0, 100, SpellKind.NECK, false, false);
        pass(100, 110, SpellKind.NECK, true, false);
        pass(110, 200, SpellKind.NECK, false, false);
        pass(200, 300, null, false, false);

        assertThat(truth.take()).containsExactly(spell(PostureIssue.FORWARD_NECK, 0, 200, 10, Ending.OWN_ACCORD));
    }

    @Test
    void aSpellThatIsCutInAFidgetEndsWhereTheFidgetBegan() {
        pass(0, 100, SpellKind.NECK, false, false);
        pass(100, 105, SpellKind.NECK, true, true);
        pass(105, 300, null, false, false);

        assertThat(truth.take()).containsExactly(spell(PostureIssue.FORWARD_NECK, 0, 100, 0, Ending.REMINDER));
    }

    @Test
    void bothIssuesHeldTogetherAreTwoSpells() {
        pass(0, 100, SpellKind.BOTH, false, false);
        pass(100, 200, null, false, false);

        assertThat(truth.take())
                .extracting(Spell::issue)
                .containsExactly(PostureIssue.FORWARD_NECK, PostureIssue.ROUNDED_SHOULDERS);
    }

    @Test
    void theEndOfTheRunCutsOffWhatGoesOn() {
        pass(0, 100, SpellKind.NECK, false, false);

        truth.finish();

        assertThat(truth.take())
                .containsExactly(
                        spell(PostureIssue.FORWARD_NECK, 0, 100, 0, Ending.END_OF_RUN),
                        new Spell(
                                PostureIssue.PROLONGED_SITTING,
                                Instant.ofEpochSecond(0),
                                Instant.ofEpochSecond(100),
                                Duration.ZERO,
                                Cause.DESK_WORK,
                                Ending.END_OF_RUN));
    }

    @Test
    void aTakenSpellIsNotGivenAgain() {
        pass(0, 100, SpellKind.NECK, false, false);
        pass(100, 200, null, false, false);
        truth.take();

        assertThat(truth.take()).isEqualTo(List.of());
    }

    @Test
    void everyStretchIsToldWithWhatWasHeldInIt() {
        List<Stretch> stretches = new ArrayList<>();
        truth.tell(stretches::add);
        pass(0, 100, SpellKind.NECK, false, false);
        pass(100, 110, SpellKind.NECK, true, false);
        pass(110, 200, null, false, false);

        assertThat(stretches)
                .containsExactly(
                        stretch(0, 100, PostureIssue.FORWARD_NECK, PostureIssue.PROLONGED_SITTING),
                        stretch(100, 110, PostureIssue.PROLONGED_SITTING),
                        stretch(110, 200, PostureIssue.PROLONGED_SITTING));
    }

    private static Stretch stretch(long from, long to, PostureIssue... held) {
        return new Stretch(from * 1_000, to * 1_000, Activity.SITTING, Set.of(held));
    }

    private void pass(long from, long to, @Nullable SpellKind kind, boolean fidget, boolean cut) {
        Phase phase = new Phase(from * 1_000, to * 1_000, Activity.SITTING, 0, 0, kind, fidget, Cause.PHONE, cut);
        truth.enter(phase);
        truth.pass(phase);
    }

    private static Spell spell(PostureIssue issue, long from, long to, long fidgets, Ending ending) {
        return new Spell(
                issue,
                Instant.ofEpochSecond(from),
                Instant.ofEpochSecond(to),
                Duration.ofSeconds(fidgets),
                Cause.PHONE,
                ending);
    }
}
