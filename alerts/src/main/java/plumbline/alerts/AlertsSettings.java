package plumbline.alerts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.alerts.channel.WebhookTarget;

/**
 * By which ways reminders go out beside the device itself, to which they always go.
 *
 * @param webhook null where reminders are posted nowhere
 * @param log whether each reminder is a line in the log
 */
public record AlertsSettings(@Nullable WebhookTarget webhook, boolean log) {
    Optional<WebhookTarget> target() {
        return Optional.ofNullable(webhook);
    }
}
