package plumbline.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SwayTest {
    private static final long SEED = 5;

    @Test
    void wandersAroundTheMiddleAndNeverBeyondItsLimit() {
        Sway sway = new Sway(Chance.ofSeed(SEED));

        double[] degrees =
                DoubleStream.generate(() -> sway.advance(1_000)).limit(100_000).toArray();

        assertThat(DoubleStream.of(degrees).average().orElseThrow())
                .as("seed %d", SEED)
                .isCloseTo(0, within(0.1));
        assertThat(DoubleStream.of(degrees)).allMatch(degree -> Math.abs(degree) <= Sway.LIMIT_DEGREES);
    }

    @Test
    void movesLittleInASecond() {
        Sway sway = new Sway(Chance.ofSeed(SEED));
        double last = sway.advance(1_000);
        for (int i = 0; i < 10_000; i++) {
            double next = sway.advance(1_000);
            assertThat(Math.abs(next - last)).as("seed %d, step %d", SEED, i).isLessThan(3);
            last = next;
        }
    }
}
