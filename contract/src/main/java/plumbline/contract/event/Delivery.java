package plumbline.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;

/**
 * One step of one reminder's way to the wearer.
 *
 * @param channel {@code device}, {@code webhook} or {@code log}
 * @param attempt counts the tries on this channel from 1; 0 where nothing was tried
 * @param error what went wrong, null where nothing did
 */
public record Delivery(
        String reminder,
        DeviceId device,
        String channel,
        State state,
        Instant at,
        int attempt,
        @Nullable String error) {
    /** Where a delivery stands. {@code SENT}: handed over; {@code DELIVERED}: the other side confirmed. */
    public enum State {
        SENT,
        DELIVERED,
        DONE,
        SNOOZED,
        EXPIRED,
        FAILED
    }
}
