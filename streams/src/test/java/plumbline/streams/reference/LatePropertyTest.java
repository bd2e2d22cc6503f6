package plumbline.streams.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.event.Reminder;

/** What comes up to a day late mends history, and reminds nobody. */
class LatePropertyTest {
    private static final long LATE_MILLIS = 3_600_000;

    @TempDir
    private Path stateDirectory;

    private final List<WearerCase> remindedLate = new ArrayList<>();

    @Test
    void lateUploadsMendHistoryAndRemindNobody() {
        new Cases(this).assertNoDifference(Delivery::late, this::watchingReminders, this::difference);
    }

    private Map<String, Published> watchingReminders(List<WearerCase> wearers, List<Delivered> deliveries) {
        try (Fleet fleet = new Fleet(stateDirectory)) {
            wearers.forEach(fleet::meets);
            for (Delivered delivered : deliveries) {
                boolean late = isLate(delivered);
                int before = late ? fleet.reminders(delivered.wearer()).size() : 0;
                fleet.takes(delivered);
                if (late && remindsOf(delivered, fleet.reminders(delivered.wearer()), before)) {
                    remindedLate.add(delivered.wearer());
                }
            }
            return fleet.end();
        }
    }

    /** With it others may go on that were held, and remind of what they tell. */
    private static boolean remindsOf(Delivered late, List<Reminder> reminders, int before) {
        return reminders.subList(before, reminders.size()).stream()
                .anyMatch(reminder ->
                        reminder.raisedAt().toEpochMilli() <= late.arrival().newestMillis());
    }

    private static boolean isLate(Delivered delivered) {
        return delivered.arrival().atMillis() - delivered.arrival().newestMillis() >= LATE_MILLIS;
    }

    private @Nullable String difference(WearerCase wearer, Published published) {
        if (remindedLate.contains(wearer)) {
            return "a late upload raised a reminder: " + published.reminderLines;
        }
        ReferenceDetector reference = new ReferenceDetector(wearer.device(), wearer.profile(), wearer.arrivals());
        String episode = Comparison.episodes(wearer, reference, published);
        return episode != null ? episode : DayComparison.difference(reference.days, published.days);
    }
}
