package plumbline.streams.device;

import java.util.function.Consumer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Episode;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;
import plumbline.streams.reminding.ReminderPolicy;

/**
 * One input of one device at work: its state, which is changed, and where what follows is told.
 *
 * @param nowMillis arrival time of the input
 */
record Turn(DeviceId device, DeviceState state, WearerRules.Cache rules, long nowMillis, Consumer<Effect> effects) {
    WearerRules rules(Mount mount) {
        return rules.of(state.profile, mount);
    }

    /** For the mount of the newest reading. */
    WearerRules currentRules() {
        return rules(state.tracker.mount());
    }

    void tell(Effect effect) {
        effects.accept(effect);
    }

    void tell(Episode episode) {
        tell(new Effect.EpisodeChanged(episode));
    }

    void reject(RejectReason reason, String detail) {
        tell(new Effect.InputRejected(reason, detail));
    }

    ReminderPolicy.Listener reminders() {
        return new ReminderPolicy.Listener() {
            @Override
            public void raised(Reminder reminder) {
                tell(new Effect.ReminderRaised(reminder));
            }

            @Override
            public void decided(Decision decision) {
                tell(new Effect.Decided(decision));
            }
        };
    }
}
