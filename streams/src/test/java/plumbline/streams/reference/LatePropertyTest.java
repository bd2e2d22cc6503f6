package plumbline.streams.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes up to a day late mends history, and reminds nobody. */
class LatePropertyTest {
    private static final long LATE_MILLIS = 3_600_000;

    @TempDir
    private Path stateDirectory;

    private final List<WearerCase> remindedLate = new ArrayList<>();

    @Disabled("Of 400 wearers 49 still differ; the failing seeds are printed when this line is taken away.")
    @Test
    void lateUploadsMendHistoryAndRemindNobody() {
        new Cases(this).assertNoDifference(Delivery::late, this::watchingReminders, this::difference);
    }

    private Map<String, Published> watchingReminders(List<WearerCase> wearers, List<Delivered> deliveries) {
        try (Fleet fleet = new Fleet(stateDirectory)) {
            wearers.forEach(fleet::meets);
            for (Delivered delivered : deliveries) {
                int before = isLate(delivered) ? fleet.reminders(delivered.wearer()) : 0;
                fleet.takes(delivered);
                if (isLate(delivered) && fleet.reminders(delivered.wearer()) > before) {
                    remindedLate.add(delivered.wearer());
                }
            }
            return fleet.end();
        }
    }

    private static boolean isLate(Delivered delivered) {
        return delivered.arrival().atMillis() - delivered.arrival().newestMillis() >= LATE_MILLIS;
    }

    private @Nullable String difference(WearerCase wearer, Published published) {
        if (remindedLate.contains(wearer)) {
            return "a late upload raised a reminder: " + published.reminderLines;
        }
        return Comparison.episodes(
                wearer, new ReferenceDetector(wearer.device(), wearer.profile(), wearer.arrivals()), published);
    }
}
