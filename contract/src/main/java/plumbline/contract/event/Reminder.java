package plumbline.contract.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;

/**
 * What a wearer is told, once.
 *
 * @param id {@code device/issue/episodeStartMillis/step}; an answer to a pain check-in has {@code device/pain/atMillis}
 * @param issue the one the suggestion is for; null for an answer to a pain check-in
 * @param issues all that were merged into this reminder
 * @param level 1 to 3; 0 for an answer to a pain check-in
 * @param raisedAt device time
 * @param expiresAt after it the reminder is dropped rather than delivered
 * @param exercise null where none is suggested
 * @param advice null but where a doctor should be seen
 */
public record Reminder(
        String id,
        DeviceId device,
        @Nullable PostureIssue issue,
        List<PostureIssue> issues,
        int level,
        @Nullable String episode,
        Instant raisedAt,
        Instant expiresAt,
        String title,
        String text,
        Haptic haptic,
        @Nullable Exercise exercise,
        @Nullable String advice)
        implements ReminderEvent {
    public Reminder {
        issues = List.copyOf(issues);
    }

    /** {@code device/issue/episodeStartMillis/step}, for the same reminder always the same. */
    public static String id(String episode, int step) {
        return episode + "/" + step;
    }
}
