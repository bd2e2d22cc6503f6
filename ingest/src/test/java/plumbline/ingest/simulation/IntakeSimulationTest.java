package plumbline.ingest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two thousand runs of the ingester's core under random faults: confirmed means stored, on the connection that delivered
 * and in order; what is held is bounded; what is stored was sent; a lost session is alarmed and subscribed anew; pauses
 * are within bounds; what the broker owes arrives. A failing run names its seed, and
 * {@code -Dsimulation.seed=N} repeats it.
 */
class IntakeSimulationTest {
    private static final int SEEDS = 2_000;
    private static final World.Build OURS = host(OurIngester::new);
    private static final long FIRST = Long.getLong("simulation.seed", 0);

    @Test
    void whatIsConfirmedIsStoredThroughEveryFault() {
        long seeds = System.getProperty("simulation.seed") == null ? SEEDS : 1;
        LongStream.range(FIRST, FIRST + seeds)
                .forEach(seed -> assertThatCode(() -> new World(seed, OURS).run())
                        .as("-Dsimulation.seed=%d", seed)
                        .doesNotThrowAnyException());
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                Arguments.of("acknowledges on arrival", host(AcksOnArrival::new), "confirmed and not stored"),
                Arguments.of("reuses its client", host(ReusesItsClient::new), "is confirmed"),
                Arguments.of("acknowledges out of order", host(AcksOutOfOrder::new), "is confirmed before the older"),
                Arguments.of("subscribes only once", (World.Build) ForgetsToSubscribe::new, "is not subscribed"),
                Arguments.of("waits for a partition", host(WaitsForAPartition::new), "stands still"),
                Arguments.of("mixes devices up", host(MixesDevicesUp::new), "is stored as one of 'd1'"),
                Arguments.of("keeps a broken log", (World.Build) KeepsABrokenLog::new, "stands still"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void anIngesterThatIsWrongIsFoundWithItsSeed(String name, World.Build wrong, String violation) {
        assertThat(firstViolation(wrong)).as(name).startsWith("seed ").contains(violation);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 1_234_567})
    void aSeedRepeatsItsRun(long seed) {
        World.Build wrong = host(AcksOnArrival::new);
        assertThat(violation(seed, wrong)).isNotEmpty().isEqualTo(violation(seed, wrong));
    }

    private static World.Build host(Supplier<Ingester> ingester) {
        return (world, chance) -> new Host(world, ingester.get(), chance);
    }

    private static String firstViolation(World.Build wrong) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> violation(seed, wrong))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String violation(long seed, World.Build build) {
        try {
            new World(seed, build).run();
            return "";
        } catch (Violation e) {
            return "seed " + seed + ": " + e.getMessage();
        }
    }
}
