package plumbline.streams.week;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.contract.event.DaySummary.Finished;
import plumbline.contract.event.DaySummary.Told;

/** What was told, added up, but for the figures that too few have part in. */
final class ToldSum {
    private ToldSum() {}

    static Told of(List<Told> parts) {
        return of(parts, 1);
    }

    /** Each outcome, rule and kind that at least {@code minimum} of the parts have; minutes likewise, else 0. */
    static Told of(List<Told> parts, int minimum) {
        return new Told(
                sums(parts, Told::reminders, minimum, ToldSum::sum),
                sums(parts, Told::heldBack, minimum, ToldSum::sum),
                sums(parts, Told::finished, minimum, done -> sum(done, minimum)));
    }

    private static <K, V> Map<K, V> sums(
            List<Told> parts, Function<Told, Map<K, V>> figures, int minimum, Function<List<V>, V> sum) {
        Map<K, List<V>> byKey = parts.stream()
                .flatMap(part -> figures.apply(part).entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<K, V> sums = new HashMap<>();
        byKey.forEach((key, of) -> {
            if (of.size() >= minimum) {
                sums.put(key, sum.apply(of));
            }
        });
        return sums;
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static Finished sum(List<Finished> done, int minimum) {
        int count = done.stream().mapToInt(Finished::count).sum();
        List<Integer> minutes =
                done.stream().map(Finished::minutes).filter(took -> took > 0).toList();
        return new Finished(count, minutes.size() < minimum ? 0 : sum(minutes));
    }
}
