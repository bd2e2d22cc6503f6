package plumbline.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final int DRAWS = 200_000;
    private static final long SEED = 20_260_101;

    private final Chance chance = Chance.ofSeed(SEED);

    @Test
    void bellHasMeanZeroAndDeviationOneAndNeverLeavesItsLimit() {
        double[] draws = DoubleStream.generate(chance::bell).limit(DRAWS).toArray();

        double mean = DoubleStream.of(draws).average().orElseThrow();
        double variance =
                DoubleStream.of(draws).map(draw -> draw * draw).average().orElseThrow();
        assertThat(mean).as("seed %d", SEED).isCloseTo(0, within(0.01));
        assertThat(variance).as("seed %d", SEED).isCloseTo(1, within(0.01));
        assertThat(DoubleStream.of(draws).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(Chance.BELL_LIMIT);
    }

    @Test
    void unitIsUniformFromZeroInclusiveToOneExclusive() {
        double[] draws = DoubleStream.generate(chance::unit).limit(DRAWS).toArray();

        assertThat(DoubleStream.of(draws).average().orElseThrow())
                .as("seed %d", SEED)
                .isCloseTo(0.5, within(0.005));
        assertThat(DoubleStream.of(draws)).allMatch(draw -> draw >= 0 && draw < 1);
    }

    @Test
    void picksAsOftenAsTheWeightsSay() {
        long[] picks = new long[4];
        IntStream.range(0, DRAWS).forEach(i -> picks[chance.pick(1, 0, 2, 1)]++);

        assertThat(picks[0] / (double) DRAWS).as("seed %d", SEED).isCloseTo(0.25, within(0.01));
        assertThat(picks[1]).isZero();
        assertThat(picks[2] / (double) DRAWS).as("seed %d", SEED).isCloseTo(0.5, within(0.01));
    }

    @Test
    void waitsAsLongAsToldOnAverage() {
        double mean = IntStream.range(0, DRAWS)
                .mapToLong(i -> chance.waitMillis(60_000))
                .average()
                .orElseThrow();

        assertThat(mean).as("seed %d", SEED).isCloseTo(60_000, within(600.0));
    }

    @Test
    void drawsInOneForkChangeNothingInTheNext() {
        Chance busy = Chance.ofSeed(SEED);
        Chance idle = Chance.ofSeed(SEED);
        Chance busyFirst = busy.fork();
        idle.fork();

        busyFirst.unit();

        assertThat(busy.fork().unit()).isEqualTo(idle.fork().unit());
    }
}
