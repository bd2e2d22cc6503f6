package plumbline.streams.reference;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;

/** What comes up to a day late mends history while the wearer's day goes on, and reminds nobody. */
class LatePropertyTest {
    private static final int LATE_TO_A_RESTART = 50;

    private static @Nullable Map<String, Published> published;

    private int late;

    @TempDir
    private Path stateDirectory;

    private static synchronized Map<String, Published> published(Path stateDirectory) {
        if (published == null) {
            published = Cases.unhindered("late")
                    .run(Delivery::late, (wearers, deliveries) -> Fleet.live(stateDirectory, wearers, deliveries));
        }
        return published;
    }

    @Test
    void lateUploadsMendHistory() {
        Cases.unhindered(this)
                .assertNoDifference(
                        Delivery::late,
                        (wearers, deliveries) -> published(stateDirectory),
                        LatePropertyTest::fromReference);
    }

    private static @Nullable String fromReference(WearerCase wearer, Published published) {
        ReferenceDetector reference = new ReferenceDetector(wearer.device(), wearer.profile(), wearer.arrivals());
        String episode = Comparison.episodes(wearer, reference, published);
        return episode != null ? episode : DayComparison.difference(reference.days, published.days);
    }

    @Test
    void lateUploadsBringNoReminderNearer() {
        Map<String, Published> late = published(stateDirectory);
        Cases.unhindered(this)
                .assertNoDifference(
                        Delivery::withoutLate,
                        (wearers, deliveries) -> Fleet.live(stateDirectory, wearers, deliveries),
                        (wearer, without) -> nearer(without, Cases.of(late, wearer)));
    }

    /**
     * They need not be the same: episodes that join have another id, and have had their steps; a good hour that comes late leaves
     * less to carry over. So a reminder may have another id, come later or never, but none comes sooner. With cooldowns not even
     * that would hold, as a reminder that comes later makes room for one of another issue.
     */
    private static @Nullable String nearer(Published without, Published late) {
        Set<String> ids = new HashSet<>();
        for (Reminder reminder : late.reminders) {
            if (!ids.add(reminder.id())) {
                return "two reminders " + reminder.id();
            }
        }
        for (PostureIssue issue : PostureIssue.values()) {
            List<Reminder> wanted = of(issue, without);
            List<Reminder> got = of(issue, late);
            for (int i = 0; i < got.size(); i++) {
                if (i >= wanted.size()
                        || got.get(i).raisedAt().isBefore(wanted.get(i).raisedAt())) {
                    return "reminder " + i + " of " + issue.word() + " is nearer\n  without late uploads " + ids(wanted)
                            + "\n  with them            " + ids(got);
                }
            }
        }
        return null;
    }

    private static List<Reminder> of(PostureIssue issue, Published published) {
        return published.reminders.stream()
                .filter(reminder -> reminder.issues().contains(issue))
                .toList();
    }

    private static List<String> ids(List<Reminder> reminders) {
        return reminders.stream()
                .map(reminder -> reminder.id() + " at " + reminder.raisedAt())
                .toList();
    }

    private void restartNowAndThen(Fleet fleet) {
        if (++late % LATE_TO_A_RESTART == 0) {
            fleet.restarts();
        }
    }

    @Test
    void aRestartAfterALateUploadChangesNothing() {
        Map<String, Published> wanted = published(stateDirectory);
        Cases.unhindered(this)
                .assertNoDifference(
                        Delivery::late,
                        (wearers, deliveries) ->
                                Fleet.live(stateDirectory, wearers, deliveries, this::restartNowAndThen),
                        (wearer, got) -> Comparison.difference(Cases.of(wanted, wearer), got));
    }
}
