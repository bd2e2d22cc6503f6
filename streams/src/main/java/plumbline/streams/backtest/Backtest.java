package plumbline.streams.backtest;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Profile;
import plumbline.contract.recording.Recording;
import plumbline.contract.recording.RecordingUploads;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.DeviceState;
import plumbline.streams.device.Publication;
import plumbline.streams.settings.RuleSettings;

/**
 * Runs every device of a recording through the machine of the pipeline, each upload arriving as it is complete, and time
 * passing between them. For one run.
 */
public final class Backtest {
    /** By then the last day is over and told of in every zone, and no device is forgotten yet (14 days by default). */
    static final Duration AFTER_THE_LAST = Duration.ofDays(2);

    private final DeviceMachine machine;
    private final Profile profile;
    private final Map<DeviceId, DeviceRun> devices = new HashMap<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Comparator.comparingLong(Alarm::millis));
    private long nowMillis;

    /** That of a device which has been advanced since rings no more. */
    private record Alarm(DeviceRun device, long millis) {}

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
            passTo(arrival.millis());
            DeviceRun device =
                    devices.computeIfAbsent(arrival.device(), id -> new DeviceRun(id, machine, profile, events));
            device.arrived(arrival.upload(), nowMillis);
            setAlarm(device);
        }
        passTo(nowMillis + AFTER_THE_LAST.toMillis());
    }

    /** What arrives at a time is worked off before that time has passed. */
    private void passTo(long millis) {
        for (Alarm next = alarms.peek(); next != null && next.millis() < millis; next = alarms.peek()) {
            alarms.remove();
            if (next.device().wakesAt() == next.millis()) {
                nowMillis = Math.max(nowMillis, next.millis());
                next.device().timePassed(nowMillis);
                setAlarm(next.device());
            }
        }
        nowMillis = millis;
    }

    private void setAlarm(DeviceRun device) {
        if (device.wakesAt() != DeviceState.NEVER) {
            alarms.add(new Alarm(device, device.wakesAt()));
        }
    }
}
