package plumbline.streams.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.streams.history.SentUpload;

/** One device and the machine, with nothing between them: the history it asks for is read back at once. Arrival time. */
public final class LoneDevice {
    private final DeviceId device;
    private final DeviceMachine machine;
    private final LongFunction<List<SentUpload>> uploadsSince;
    private final Consumer<Effect> effects;
    private final DeviceState state = new DeviceState();
    private final Map<String, Episode> episodes = new LinkedHashMap<>();
    private final Map<String, DaySummary> days = new LinkedHashMap<>();
    private OptionalLong historyWanted = OptionalLong.empty();

    /**
     * Begins with nothing known of it.
     *
     * @param uploadsSince what it has sent, from an arrival time on, in order of arrival
     * @param effects hears of all that follows
     */
    public LoneDevice(
            DeviceId device,
            DeviceMachine machine,
            LongFunction<List<SentUpload>> uploadsSince,
            Consumer<Effect> effects) {
        this.device = device;
        this.machine = machine;
        this.uploadsSince = uploadsSince;
        this.effects = effects;
    }

    public void advance(DeviceInput input, long nowMillis) {
        machine.advance(device, state, input, nowMillis, this::carryOut);
        while (historyWanted.isPresent()) {
            long since = historyWanted.getAsLong();
            historyWanted = OptionalLong.empty();
            DeviceInput history = new DeviceInput.HistoryRead(since, uploadsSince.apply(since), episodes(), days());
            machine.advance(device, state, history, nowMillis, this::carryOut);
        }
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
        effects.accept(effect);
    }

    /** When time has to pass though nothing arrives, {@link DeviceState#NEVER} where there is nothing to wait for. */
    public long wakesAt() {
        return state.wakesAt();
    }

    /** Its episodes, each as it was published last. */
    public List<Episode> episodes() {
        return List.copyOf(episodes.values());
    }

    /** Its days, likewise. */
    public List<DaySummary> days() {
        return List.copyOf(days.values());
    }
}
