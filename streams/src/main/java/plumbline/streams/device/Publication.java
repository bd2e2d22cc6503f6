package plumbline.streams.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.KafkaTopic;
import plumbline.streams.device.Effect.DaySummed;
import plumbline.streams.device.Effect.Decided;
import plumbline.streams.device.Effect.DeviceForgotten;
import plumbline.streams.device.Effect.EpisodeChanged;
import plumbline.streams.device.Effect.EpisodeRetracted;
import plumbline.streams.device.Effect.ReminderRaised;
import plumbline.streams.device.Effect.ReminderWithdrawn;
import plumbline.streams.device.Effect.StatusChanged;
import plumbline.streams.device.Effect.StoredUpTo;

/**
 * An effect that is published as an event.
 *
 * @param value the event, to be written as JSON; null takes away what was published under the key
 */
public record Publication(
        KafkaTopic topic, String key, @Nullable Object value) {
    /** Where and under which key an effect is published; nothing for one that is no event. */
    public static Optional<Publication> of(DeviceId device, Effect effect) {
        if (effect instanceof EpisodeChanged changed) {
            return Optional.of(
                    new Publication(KafkaTopic.EPISODES, changed.episode().id(), changed.episode()));
        }
        if (effect instanceof EpisodeRetracted retracted) {
            return Optional.of(new Publication(KafkaTopic.EPISODES, retracted.id(), null));
        }
        if (effect instanceof DeviceForgotten) {
            return Optional.of(new Publication(KafkaTopic.STATUS, device.value(), null));
        }
        if (effect instanceof ReminderRaised raised) {
            return Optional.of(new Publication(KafkaTopic.REMINDERS, device.value(), raised.reminder()));
        }
        if (effect instanceof ReminderWithdrawn withdrawn) {
            return Optional.of(new Publication(KafkaTopic.REMINDERS, device.value(), withdrawn.withdrawal()));
        }
        if (effect instanceof Decided decided) {
            return Optional.of(new Publication(KafkaTopic.DECISIONS, device.value(), decided.decision()));
        }
        if (effect instanceof StatusChanged changed) {
            return Optional.of(new Publication(KafkaTopic.STATUS, device.value(), changed.status()));
        }
        if (effect instanceof DaySummed summed) {
            return Optional.of(new Publication(KafkaTopic.DAYS, summed.summary().key(), summed.summary()));
        }
        if (effect instanceof StoredUpTo stored) {
            return Optional.of(new Publication(KafkaTopic.STORED, device.value(), stored.watermark()));
        }
        return Optional.empty();
    }
}
