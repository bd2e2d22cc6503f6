package plumbline.streams.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import plumbline.contract.device.Activity;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.event.PostureIssue;

/** The second section of docs/detection.md: what the readings and spans say of each issue. */
final class Observations {
    private static final long LEAST_HOLD_MILLIS = 10_000;

    private Observations() {}

    /** A reading stands for three intervals, at least 10 s. */
    static long holdMillis(long intervalMillis) {
        return Math.max(LEAST_HOLD_MILLIS, 3 * intervalMillis);
    }

    /** One observation of neck or shoulders for each reading. */
    static List<Observation> ofAngle(CleanOrder order, IssueNumbers numbers) {
        ToDoubleFunction<CleanReading> angle = numbers.issue() == PostureIssue.FORWARD_NECK
                ? CleanReading::neckDegrees
                : CleanReading::shoulderDegrees;
        List<Observation> observations = new ArrayList<>();
        boolean wasBad = false;
        CleanReading last = null;
        for (CleanReading reading : order.readings) {
            boolean isAnew = last != null
                    && (!last.calibration().equals(reading.calibration()) || last.mount() != reading.mount());
            if (reading.beginsAnew()) {
                wasBad = false;
            }
            double degrees = angle.applyAsDouble(reading);
            Says says = neutral(reading.activity());
            if (says == Says.NOTHING && !Double.isNaN(degrees)) {
                if (degrees >= numbers.enter(reading.mount())) {
                    says = Says.BAD;
                } else if (degrees <= numbers.leave(reading.mount())) {
                    says = Says.GOOD;
                } else {
                    says = wasBad ? Says.BAD : Says.GOOD;
                }
                wasBad = says == Says.BAD;
            }
            observations.add(new Observation(
                    reading.upload(),
                    reading.timeMillis(),
                    holdMillis(reading.intervalMillis()),
                    says,
                    degrees,
                    degrees >= numbers.severe(reading.mount()),
                    isAnew));
            last = reading;
        }
        return observations;
    }

    private static Says neutral(Activity activity) {
        return switch (activity) {
            case WALKING -> Says.WALKING;
            case LYING -> Says.LYING;
            case OFF_BODY -> Says.OFF_BODY;
            default -> Says.NOTHING;
        };
    }

    /** One observation for each reading that no span covers, one for each stretch of the spans and each gap between them. */
    static List<Observation> ofSitting(CleanOrder order) {
        List<Observation> observations = new ArrayList<>();
        List<long[]> covered = spans(order, observations);
        for (CleanReading reading : order.readings) {
            Says says = switch (reading.activity()) {
                case SITTING -> Says.BAD;
                case STANDING -> Says.GOOD;
                default -> neutral(reading.activity());
            };
            boolean isTold = covered.stream()
                    .anyMatch(span -> span[0] <= reading.timeMillis() && reading.timeMillis() < span[1]);
            if (says != Says.BAD || !isTold) {
                observations.add(new Observation(
                        reading.upload(),
                        reading.timeMillis(),
                        holdMillis(reading.intervalMillis()),
                        says,
                        Double.NaN,
                        false,
                        false));
            }
        }
        observations.sort(Comparator.comparingLong(Observation::timeMillis)
                .thenComparing(observation -> observation.says() != Says.SPAN_ENDS));
        return observations;
    }

    private static List<long[]> spans(CleanOrder order, List<Observation> observations) {
        List<long[]> covered = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (int i = 0; i < order.uploads.size(); i++) {
            List<SittingSpan> spans =
                    new ArrayList<>(order.uploads.get(i).upload().sitting());
            spans.sort(Comparator.comparingLong(SittingSpan::fromMillis));
            for (SittingSpan span : spans) {
                if (span.toMillis() <= end) {
                    continue;
                }
                if (!covered.isEmpty() && span.fromMillis() > end && !isToldOtherwise(order, i, end, span)) {
                    observations.add(stretch(i, end, span.fromMillis(), Says.GOOD));
                }
                long from = Math.max(end, span.fromMillis());
                observations.add(stretch(i, from, span.toMillis(), Says.BAD));
                observations.add(stretch(i, span.toMillis(), span.toMillis(), Says.SPAN_ENDS));
                covered.add(new long[] {from, span.toMillis()});
                end = span.toMillis();
            }
        }
        return covered;
    }

    /** Whether a reading tells of activity between the last span and this one, or in it where the reading was there first. */
    private static boolean isToldOtherwise(CleanOrder order, int upload, long fromMillis, SittingSpan span) {
        return order.readings.stream()
                .filter(reading -> reading.activity() != Activity.UNKNOWN && fromMillis <= reading.timeMillis())
                .anyMatch(reading -> reading.upload() < upload
                        ? reading.timeMillis() < span.toMillis()
                        : reading.upload() == upload && reading.timeMillis() <= span.fromMillis());
    }

    private static Observation stretch(int upload, long fromMillis, long toMillis, Says says) {
        return new Observation(upload, fromMillis, toMillis - fromMillis, says, Double.NaN, false, false);
    }
}
