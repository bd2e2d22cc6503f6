package plumbline.streams.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Reminder;

/**
 * What a changed policy means for one wearer, or for all together.
 *
 * @param device null for all together
 * @param days dates with readings; of all together, the sum of each wearer's
 * @param added reminders that only the changed policy raises; one that comes at another time or with other words is among
 *     them, and among those gone
 * @param gone reminders that only the policy before raises
 */
public record WearerComparison(
        @Nullable DeviceId device,
        int days,
        double recordedSeconds,
        double wornSeconds,
        ReminderCounts before,
        ReminderCounts after,
        List<Reminder> added,
        List<Reminder> gone) {
    static WearerComparison of(DeviceId device, WearTime time, PolicyOutcome before, PolicyOutcome after) {
        return new WearerComparison(
                device,
                time.days(),
                time.recordedMillis() / 1_000.0,
                time.wornMillis() / 1_000.0,
                ReminderCounts.of(before.raised(device), before.heldBack(device), time.days()),
                ReminderCounts.of(after.raised(device), after.heldBack(device), time.days()),
                without(after.raised(device), before.raised(device)),
                without(before.raised(device), after.raised(device)));
    }

    private static List<Reminder> without(List<Reminder> reminders, List<Reminder> others) {
        Set<Told> told = others.stream().map(Told::of).collect(Collectors.toSet());
        return reminders.stream()
                .filter(reminder -> !told.contains(Told.of(reminder)))
                .toList();
    }

    /** A reminder as its wearer gets it. */
    private record Told(String id, Instant at, int level, String text) {
        static Told of(Reminder reminder) {
            return new Told(reminder.id(), reminder.raisedAt(), reminder.level(), reminder.text());
        }
    }

    /** The two together. */
    WearerComparison plus(WearerComparison other) {
        int bothDays = days + other.days;
        return new WearerComparison(
                null,
                bothDays,
                seconds(recordedSeconds + other.recordedSeconds),
                seconds(wornSeconds + other.wornSeconds),
                before.plus(other.before, bothDays),
                after.plus(other.after, bothDays),
                Stream.concat(added.stream(), other.added.stream()).toList(),
                Stream.concat(gone.stream(), other.gone.stream()).toList());
    }

    /** To the millisecond, as they were measured. */
    private static double seconds(double sum) {
        return Math.round(sum * 1_000) / 1_000.0;
    }
}
