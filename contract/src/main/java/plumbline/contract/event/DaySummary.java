package plumbline.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.FinishedKind;

/**
 * One day of one wearer, from midnight to midnight by their own clock; a new revision now and then while it goes on, and
 * when it is over. What was measured follows from the readings alone and can be worked out anew from them; what was told
 * can't.
 *
 * @param zone by whose midnight the day ends
 * @param start where the day began: midnight, or where a change of zone took the wearer into it
 * @param end the midnight that ends it, or where a change of zone took the wearer out of it; over a day after the start where
 *     they flew west
 * @param complete whether the day is over; readings that come later may still add a revision
 */
public record DaySummary(
        DeviceId device,
        LocalDate date,
        String zone,
        Instant start,
        Instant end,
        boolean complete,
        Measured measured,
        Told told,
        int revision) {
    /** Throws NullPointerException for a part that is missing. */
    public DaySummary {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(measured, "measured");
        Objects.requireNonNull(told, "told");
    }

    /** The key of its record: {@code device/date}. */
    public String key() {
        return device + "/" + date;
    }

    /** The next revision, with something else measured. */
    public DaySummary withMeasured(Measured other) {
        return new DaySummary(device, date, zone, start, end, complete, other, told, revision + 1);
    }

    /**
     * From the readings alone.
     *
     * @param first device time from which on something was measured, null where nothing was
     * @param last up to when
     * @param wornSeconds a worn device's readings stood, or a span told of sitting
     * @param walkingSeconds of that, walking
     * @param coverage measured time, off the body included, over the time from first to last; 0 to 1
     * @param issues those that were measured as bad at least once
     */
    public record Measured(
            @Nullable Instant first,
            @Nullable Instant last,
            double wornSeconds,
            double walkingSeconds,
            double coverage,
            Map<PostureIssue, OfIssue> issues) {
        public Measured {
            issues = Map.copyOf(issues);
        }
    }

    /**
     * What one issue came to.
     *
     * @param badSeconds credited bad time, of candidates too; for sitting, the time sat
     * @param bouts episodes that became active; one over midnight if it lasts as long as that takes in this day
     * @param longestSeconds credited bad time of the longest episode, as far as it lies in the day; whole seconds
     * @param worstHourSeconds credited bad time in the worst hour, right to within 160 s
     */
    public record OfIssue(double badSeconds, int bouts, double longestSeconds, double worstHourSeconds) {}

    /**
     * From what was decided and answered.
     *
     * @param reminders decisions by outcome; one reminder for several issues counts once
     * @param heldBack those held back, by rule
     * @param finished what the wearer reported as finished; {@code done} to a reminder adds nothing
     */
    public record Told(
            Map<Decision.Outcome, Integer> reminders,
            Map<String, Integer> heldBack,
            Map<FinishedKind, Finished> finished) {
        public Told {
            reminders = Map.copyOf(reminders);
            heldBack = Map.copyOf(heldBack);
            finished = Map.copyOf(finished);
        }
    }

    /** How often something was finished, and how many minutes it took in all. */
    public record Finished(int count, int minutes) {}
}
