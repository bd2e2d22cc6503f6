package plumbline.streams.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import plumbline.contract.event.Profile;

/**
 * The cases of a property, one a seed, and how to meet one of them again: {@code -Dplumbline.seed=N -Dplumbline.cases=1}.
 */
final class Cases {
    private static final long FIRST_SEED = Long.getLong("plumbline.seed", 1);
    private static final int COUNT = Integer.getInteger("plumbline.cases", 1_000);
    private static final int DEVICES_OF_A_FLEET = 250;
    private static final int SHOWN = 5;

    private static @Nullable Map<String, Published> clean;

    private final String property;
    private final List<WearerCase> wearers;
    private final List<String> failures = new ArrayList<>();

    /** How a case can fail: what differs, null where nothing does. */
    @FunctionalInterface
    interface Judge {
        @Nullable
        String difference(WearerCase wearer, Published published);
    }

    /** Devices of one topology, with all that comes of them, each device as far into its day as the others. */
    @FunctionalInterface
    interface Run {
        Map<String, Published> of(List<WearerCase> wearers, List<Delivered> deliveries);
    }

    /** @param profiles what wearers choose, by their seed */
    private Cases(Object property, LongFunction<Function<Random, Profile>> profiles) {
        this.property = property.getClass().getSimpleName();
        this.wearers = LongStream.range(FIRST_SEED, FIRST_SEED + COUNT)
                .mapToObj(seed -> RandomWearer.of(seed, profiles.apply(seed)))
                .toList();
    }

    /** Cases of which the reference can tell all that is to come of them. */
    static Cases modelled(Object property) {
        return new Cases(property, seed -> RandomProfile::modelled);
    }

    /** Cases in which no reminder means anything for the next one, so that each issue is on its own. */
    static Cases unhindered(Object property) {
        return new Cases(property, seed -> RandomProfile::unhindered);
    }

    /** Cases with every rule there is, and as many of which the reference can tell all. */
    private static Cases mixed(Object property) {
        return new Cases(property, seed -> isModelled(seed) ? RandomProfile::modelled : RandomProfile::any);
    }

    private static boolean isModelled(long seed) {
        return seed % 2 == 0;
    }

    /** What the topology publishes of the mixed cases in clean order; worked out once. */
    private static synchronized Map<String, Published> clean(Path stateDirectory) {
        if (clean == null) {
            clean = mixed("clean order")
                    .run(WearerCase::arrivals, (wearers, deliveries) -> Fleet.run(stateDirectory, wearers, deliveries));
        }
        return clean;
    }

    /** Asserts that no case fails, or tells of the first ones that do. */
    void assertNoDifference(Function<WearerCase, List<Arrival>> way, Run run, Judge judge) {
        Map<String, Published> published = run(way, run);
        for (WearerCase wearer : wearers) {
            String difference = judge.difference(wearer, of(published, wearer));
            if (difference != null) {
                failed(wearer, difference);
            }
        }
        if (!failures.isEmpty()) {
            Assertions.fail(failures.size() + " of " + wearers.size() + " cases fail; the first of them:\n"
                    + String.join("\n", failures.subList(0, Math.min(SHOWN, failures.size()))));
        }
    }

    /** Asserts that what is published is what the reference tells, where it can, and in every byte what clean order gives. */
    static void assertAsClean(Object property, Path stateDirectory, Function<WearerCase, List<Arrival>> way, Run run) {
        Map<String, Published> wanted = clean(stateDirectory);
        mixed(property).assertNoDifference(way, run, (wearer, published) -> {
            String difference = isModelled(wearer.seed()) ? fromReference(wearer, published) : null;
            return difference != null ? difference : Comparison.difference(of(wanted, wearer), published);
        });
    }

    /** Where all that was published of a wearer parts from the reference, which has everything in clean order. */
    static @Nullable String fromReference(WearerCase wearer, Published published) {
        ReferenceDetector reference = new ReferenceDetector(wearer.device(), wearer.profile(), wearer.arrivals());
        return Comparison.difference(wearer, reference, published);
    }

    Map<String, Published> run(Function<WearerCase, List<Arrival>> way, Run run) {
        Map<String, Published> published = new HashMap<>();
        for (int from = 0; from < wearers.size(); from += DEVICES_OF_A_FLEET) {
            List<WearerCase> fleet = wearers.subList(from, Math.min(wearers.size(), from + DEVICES_OF_A_FLEET));
            published.putAll(run.of(fleet, delivered(fleet, way)));
        }
        return published;
    }

    static List<Delivered> delivered(List<WearerCase> wearers, Function<WearerCase, List<Arrival>> way) {
        return wearers.stream()
                .flatMap(wearer -> way.apply(wearer).stream().map(arrival -> new Delivered(wearer, arrival)))
                .sorted(Comparator.comparingLong(Delivered::sinceBeginMillis))
                .toList();
    }

    static Published of(Map<String, Published> published, WearerCase wearer) {
        return published.getOrDefault(wearer.device().value(), new Published());
    }

    private void failed(WearerCase wearer, String difference) {
        failures.add("seed " + wearer.seed() + ", " + wearer.profile() + ": " + difference + "\n  again: -Dtest="
                + property + " -Dplumbline.seed=" + wearer.seed() + " -Dplumbline.cases=1");
    }
}
