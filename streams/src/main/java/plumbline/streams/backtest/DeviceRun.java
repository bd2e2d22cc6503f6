package plumbline.streams.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Profile;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.DeviceState;
import plumbline.streams.device.Effect;
import plumbline.streams.device.Publication;
import plumbline.streams.history.SentUpload;

/** One device in the machine of the pipeline. Where its history is asked for, it is read back at once. Arrival time. */
final class DeviceRun {
    private final DeviceId device;
    private final DeviceMachine machine;
    private final Consumer<Publication> events;
    private final DeviceState state = new DeviceState();
    private final List<SentUpload> sent = new ArrayList<>();
    private final Map<String, Episode> episodes = new LinkedHashMap<>();
    private final Map<String, DaySummary> days = new LinkedHashMap<>();
    private OptionalLong historyWanted = OptionalLong.empty();

    DeviceRun(DeviceId device, DeviceMachine machine, Profile profile, Consumer<Publication> events) {
        this.device = device;
        this.machine = machine;
        this.events = events;
        advance(new DeviceInput.ProfileChanged(profile), 0);
    }

    void arrived(Upload upload, long nowMillis) {
        sent.add(new SentUpload(upload, nowMillis));
        advance(new DeviceInput.UploadArrived(upload), nowMillis);
    }

    void timePassed(long nowMillis) {
        advance(new DeviceInput.TimePassed(), nowMillis);
    }

    /** When time has to pass though nothing arrives, {@link DeviceState#NEVER} where there is nothing to wait for. */
    long wakesAt() {
        return state.wakesAt();
    }

    private void advance(DeviceInput input, long nowMillis) {
        machine.advance(device, state, input, nowMillis, this::carryOut);
        while (historyWanted.isPresent()) {
            DeviceInput history = history(historyWanted.getAsLong());
            historyWanted = OptionalLong.empty();
            machine.advance(device, state, history, nowMillis, this::carryOut);
        }
    }

    private DeviceInput history(long sinceMillis) {
        return new DeviceInput.HistoryRead(
                sinceMillis,
                sent.stream()
                        .filter(upload -> upload.arrivalMillis() >= sinceMillis)
                        .toList(),
                List.copyOf(episodes.values()),
                List.copyOf(days.values()));
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.EpisodeChanged changed) {
            episodes.put(changed.episode().id(), changed.episode());
        } else if (effect instanceof Effect.EpisodeRetracted retracted) {
            episodes.remove(retracted.id());
        } else if (effect instanceof Effect.DaySummed summed) {
            days.put(summed.summary().key(), summed.summary());
        } else if (effect instanceof Effect.HistoryWanted wanted) {
            historyWanted = OptionalLong.of(wanted.sinceMillis());
        }
        Publication.of(device, effect).filter(DeviceRun::isOfTheWearer).ifPresent(events);
    }

    /** A watermark is between a device and its store. */
    private static boolean isOfTheWearer(Publication publication) {
        return publication.topic() != KafkaTopic.STORED;
    }
}
