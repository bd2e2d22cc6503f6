package plumbline.simulator.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;

/** Reminders for tests. */
final class Reminders {
    private Reminders() {}

    static Reminder neck(String id) {
        return of(id, PostureIssue.FORWARD_NECK, List.of(PostureIssue.FORWARD_NECK));
    }

    static Reminder sitting(String id) {
        return of(id, PostureIssue.PROLONGED_SITTING, List.of(PostureIssue.PROLONGED_SITTING));
    }

    static Reminder painAdvice(String id) {
        return of(id, null, List.of());
    }

    private static Reminder of(String id, @Nullable PostureIssue issue, List<PostureIssue> issues) {
        return new Reminder(
                id,
                new DeviceId("d"),
                issue,
                issues,
                1,
                null,
                SimulatedDay.START,
                SimulatedDay.START.plusSeconds(600),
                "title",
                "text",
                Haptic.SHORT,
                null,
                null);
    }
}
