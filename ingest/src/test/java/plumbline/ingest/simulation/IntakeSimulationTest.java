package plumbline.ingest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two thousand runs of the intake under random faults: confirmed means stored, on the connection that delivered and in
 * order; what is held is bounded; what is stored was sent; what the broker owes arrives. A failing run names its seed, and
 * {@code -Dsimulation.seed=N} repeats it.
 */
class IntakeSimulationTest {
    private static final int SEEDS = 2_000;
    private static final long FIRST = Long.getLong("simulation.seed", 0);

    @Test
    void whatIsConfirmedIsStoredThroughEveryFault() {
        long seeds = System.getProperty("simulation.seed") == null ? SEEDS : 1;
        LongStream.range(FIRST, FIRST + seeds)
                .forEach(seed -> assertThatCode(() -> new World(seed, new OurIngester()).run())
                        .as("-Dsimulation.seed=%d", seed)
                        .doesNotThrowAnyException());
    }

    @Test
    void anIngesterThatAcknowledgesOnArrivalIsFound() {
        assertThat(firstViolation(AcksOnArrival::new)).contains("confirmed and not stored");
    }

    @Test
    void anIngesterThatReusesItsClientIsFound() {
        assertThat(firstViolation(ReusesItsClient::new)).startsWith("seed ");
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 1_234_567})
    void aSeedRepeatsItsRun(long seed) {
        assertThat(violation(seed, new AcksOnArrival())).isEqualTo(violation(seed, new AcksOnArrival()));
    }

    private static String firstViolation(Supplier<Ingester> planted) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> violation(seed, planted.get()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String violation(long seed, Ingester ingester) {
        try {
            new World(seed, ingester).run();
            return "";
        } catch (Violation e) {
            return "seed " + seed + ": " + e.getMessage();
        }
    }
}
