package plumbline.streams.backtest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Profile;
import plumbline.contract.recording.Recording;
import plumbline.contract.recording.RecordingUploads;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.DeviceState;
import plumbline.streams.device.Publication;
import plumbline.streams.settings.RuleSettings;

/** Runs every device of a recording through the machine of the pipeline, each upload arriving as it is complete. */
public final class Backtest {
    private final DeviceMachine machine;
    private final Profile profile;
    private final Map<DeviceId, DeviceState> states = new HashMap<>();

    public Backtest(RuleSettings settings, Profile profile) {
        this.machine = new DeviceMachine(settings);
        this.profile = profile;
    }

    /** Tells every event in the order in which the pipeline would publish it. */
    public void run(Recording recording, Mount mount, Consumer<Publication> events) {
        run(Arrival.of(recording, mount, RecordingUploads.READINGS_PER_UPLOAD), events);
    }

    /** The same for uploads that arrive in the order given. */
    public void run(List<Arrival> arrivals, Consumer<Publication> events) {
        for (Arrival arrival : arrivals) {
            DeviceId device = arrival.device();
            DeviceState state = states.computeIfAbsent(device, this::begin);
            machine.advance(
                    device,
                    state,
                    new DeviceInput.UploadArrived(arrival.upload()),
                    arrival.millis(),
                    effect -> Publication.of(device, effect)
                            .filter(Backtest::isOfTheWearer)
                            .ifPresent(events));
        }
    }

    /** A watermark is between a device and its store. */
    private static boolean isOfTheWearer(Publication publication) {
        return publication.topic() != KafkaTopic.STORED;
    }

    private DeviceState begin(DeviceId device) {
        DeviceState state = new DeviceState();
        machine.advance(device, state, new DeviceInput.ProfileChanged(profile), 0, effect -> {});
        return state;
    }
}
