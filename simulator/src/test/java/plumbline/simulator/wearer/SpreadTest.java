package plumbline.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final long SEED = 11;

    @Test
    void drawsLieAroundTheMedianAndWithinTheEnds() {
        Chance chance = Chance.ofSeed(SEED);
        Spread spread = Spread.seconds(60, 300, 0.7, 1_200);

        long[] draws = LongStream.generate(() -> spread.draw(chance))
                .limit(20_000)
                .sorted()
                .toArray();

        assertThat(draws[0]).isEqualTo(60_000);
        assertThat(draws[draws.length - 1]).isEqualTo(1_200_000);
        assertThat((double) draws[draws.length / 2]).as("seed %d", SEED).isCloseTo(300_000, within(9_000.0));
    }

    @Test
    void withoutSigmaEveryDrawIsTheMedian() {
        assertThat(Spread.seconds(1, 5, 0, 9).draw(Chance.ofSeed(1))).isEqualTo(5_000);
    }

    @Test
    void aMedianBeyondAnEndIsRefused() {
        assertThatThrownBy(() -> Spread.seconds(6, 5, 1, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Spread.seconds(1, 10, 1, 9)).isInstanceOf(IllegalArgumentException.class);
    }
}
