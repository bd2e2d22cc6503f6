package plumbline.streams.reference;

import java.time.LocalDate;
import java.util.Map;
import plumbline.contract.event.PostureIssue;

/**
 * What was measured in one day as the rules have it. Times in milliseconds, device time.
 *
 * @param bounds from its midnight to the next
 * @param measured from the first moment of which something is known to the last
 * @param issues those that were bad at least once
 */
record ReferenceDay(
        LocalDate date,
        Span bounds,
        Span measured,
        long wornMillis,
        long walkingMillis,
        double coverage,
        Map<PostureIssue, OfIssue> issues) {
    record OfIssue(long badMillis, int bouts, long longestMillis, long worstHourMillis) {}
}
