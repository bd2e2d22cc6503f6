package plumbline.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;

/**
 * One step of one reminder's way to the wearer on one channel.
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
    /**
     * Where a delivery stands. {@code SENT}: handed over; {@code DELIVERED}: the other side confirmed. {@code DONE} and
     * {@code SNOOZED} are the wearer's answers, under channel {@code device}. {@code WITHDRAWN}: no longer needed before it
     * was delivered.
     */
    public enum State {
        SENT,
        DELIVERED,
        DONE,
        SNOOZED,
        EXPIRED,
        FAILED,
        WITHDRAWN
    }

    /**
     * The key of its Kafka record, {@code reminder/channel}: of each channel, the latest step outlives compaction. By the
     * reminder alone, one channel's step would drop another's, and a restart would send again what had been delivered.
     */
    public String key() {
        return reminder + "/" + channel;
    }
}
