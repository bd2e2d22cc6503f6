package plumbline.standalone.faults.posture;

import java.util.HashMap;
import java.util.Map;
import plumbline.contract.device.DeviceId;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.DeviceState;
import plumbline.streams.device.Effect;

/** What follows from uploads where nothing ever fails: the rules alone, without Kafka, process or file. */
final class Expectation {
    private final DeviceMachine machine = new DeviceMachine(QuickRules.settings());
    private final Map<DeviceId, DeviceState> states;
    private final Told told;

    /**
     * Nothing is told yet.
     *
     * @param states how devices stood before their first upload, where they had one
     * @param told collects what follows
     */
    Expectation(Map<DeviceId, DeviceState> states, Told told) {
        this.states = new HashMap<>(states);
        this.told = told;
    }

    void take(Delivery delivery) {
        DeviceState state = states.computeIfAbsent(delivery.device(), device -> new DeviceState());
        machine.advance(
                delivery.device(),
                state,
                new DeviceInput.UploadArrived(delivery.upload()),
                delivery.arrivalMillis(),
                this::note);
    }

    private void note(Effect effect) {
        if (effect instanceof Effect.ReminderRaised raised) {
            told.reminder(raised.reminder());
        } else if (effect instanceof Effect.EpisodeChanged changed) {
            told.episode(changed.episode());
        }
    }
}
