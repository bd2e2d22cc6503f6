package plumbline.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Personas;

class ReactionsTest {
    private static final long SEED = 8;
    private static final int DRAWS = 20_000;

    private final Reactions reactions = new Reactions(Personas.SLUMPER.answering(), Chance.ofSeed(SEED));

    @Test
    void theSlumperMovesAboutAsOftenAsItsWeightsSay() {
        List<Reaction> drawn = draw(DRAWS);

        double moves = drawn.stream()
                        .filter(reaction -> reaction.move() == Move.CORRECT)
                        .count()
                / (double) DRAWS;
        double silent =
                drawn.stream().filter(reaction -> reaction.answers().isEmpty()).count() / (double) DRAWS;
        assertThat(moves).as("seed %d", SEED).isCloseTo(7 / 13.0, within(0.02));
        assertThat(silent).as("seed %d", SEED).isCloseTo(1 / 13.0, within(0.01));
    }

    @Test
    void whoSaysDoneHasMoved() {
        assertThat(draw(1_000))
                .filteredOn(reaction -> word(reaction) == AnswerWord.DONE)
                .isNotEmpty()
                .allMatch(reaction -> reaction.move() == Move.CORRECT);
    }

    @Test
    void aReminderAboutSittingMakesTheWearerStandUp() {
        assertThat(Stream.generate(() -> reactions.draw(Reminders.sitting("s"), 0))
                        .limit(200))
                .extracting(Reaction::move)
                .containsOnly(Move.STAND_UP, Move.NONE);
    }

    @Test
    void adviceAboutPainIsSeenAndMovesNobody() {
        Reaction reaction = reactions.draw(Reminders.painAdvice("p"), 0);

        assertThat(reaction.move()).isEqualTo(Move.NONE);
        assertThat(word(reaction)).isEqualTo(AnswerWord.SEEN);
    }

    @Test
    void painCheckInsAreRare() {
        long pain = draw(DRAWS).stream()
                .filter(reaction -> reaction.answers().size() == 2)
                .count();

        assertThat((double) pain / DRAWS).as("seed %d", SEED).isCloseTo(0.005, within(0.002));
    }

    @Test
    void everyAnswerIsOneThePipelineReads() {
        for (Reaction reaction : draw(DRAWS)) {
            for (Answer answer : reaction.answers()) {
                assertThat(AnswerCodec.decode(AnswerCodec.encode(answer))).isEqualTo(new Decoded.Accepted<>(answer));
            }
        }
    }

    @Test
    void itReactsWithinTheDelayOfThePersona() {
        assertThat(draw(DRAWS))
                .extracting(reaction -> Duration.ofMillis(reaction.atMillis()))
                .allMatch(delay -> delay.toSeconds() >= 5 && delay.toSeconds() <= 150);
    }

    private List<Reaction> draw(int number) {
        return Stream.generate(() -> reactions.draw(Reminders.neck("n"), 0))
                .limit(number)
                .toList();
    }

    private static AnswerWord word(Reaction reaction) {
        return reaction.answers().isEmpty()
                ? AnswerWord.DISMISS
                : ((Answer.ToReminder) reaction.answers().get(0)).answer();
    }
}
