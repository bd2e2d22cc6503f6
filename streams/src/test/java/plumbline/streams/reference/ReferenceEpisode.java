package plumbline.streams.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.PostureIssue;

/** One episode as the rules have it, with all that was bad in it. Times in milliseconds, device time. */
final class ReferenceEpisode {
    final PostureIssue issue;
    final long startMillis;
    final long carriedMillis;

    long endMillis;

    @Nullable
    CloseReason closeReason;

    int interruptions;
    long badMillis;
    long severeMillis;

    /** What counts towards long and the levels: bad time, or dose, and what was carried over. */
    long exposureMillis;

    boolean wasActive;
    boolean wasLong;
    int level;

    /** Everything that stood in the episode, bad or not, holes left out. */
    long measuredMillis;

    private final List<BadTime> badTimes = new ArrayList<>();

    private record BadTime(long fromMillis, double degrees, long millis) {}

    ReferenceEpisode(PostureIssue issue, long startMillis, long carriedMillis) {
        this.issue = issue;
        this.startMillis = startMillis;
        this.carriedMillis = carriedMillis;
        this.exposureMillis = carriedMillis;
    }

    void credit(long fromMillis, double degrees, long millis, boolean isSevere, long exposure) {
        if (millis > 0) {
            badTimes.add(new BadTime(fromMillis, degrees, millis));
        }
        badMillis += millis;
        severeMillis += isSevere ? millis : 0;
        exposureMillis += exposure;
    }

    /** When it was bad, a stretch for each reading that stood. */
    Stream<Span> bad() {
        return badTimes.stream().map(time -> new Span(time.fromMillis, time.fromMillis + time.millis));
    }

    double meanDegrees() {
        double sum = badTimes.stream()
                .mapToDouble(time -> time.degrees * time.millis)
                .sum();
        return sum / badMillis;
    }

    double maxDegrees() {
        return badTimes.stream().mapToDouble(BadTime::degrees).max().orElse(Double.NaN);
    }

    /** The least and the greatest angle that may be called the 95th percentile of the bad time. */
    double[] p95Degrees() {
        TreeMap<Double, Long> millisByDegrees = new TreeMap<>();
        badTimes.forEach(time -> millisByDegrees.merge(time.degrees, time.millis, Long::sum));
        double wanted = 0.95 * badMillis;
        double least = Double.NaN;
        long sum = 0;
        for (var entry : millisByDegrees.entrySet()) {
            sum += entry.getValue();
            if (Double.isNaN(least) && sum >= wanted - 0.5) {
                least = entry.getKey();
            }
            if (sum > wanted + 0.5 || entry.getKey().equals(millisByDegrees.lastKey())) {
                return new double[] {least, entry.getKey()};
            }
        }
        return new double[] {Double.NaN, Double.NaN};
    }

    double coverage() {
        return (double) measuredMillis / (endMillis - startMillis);
    }
}
