package plumbline.streams.device;

import java.util.function.Consumer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Decision;
import plumbline.contract.event.RejectReason;
import plumbline.streams.detection.SilenceWatch;
import plumbline.streams.summary.DayFold;

/**
 * One input of one device at work: its state, which is changed, and where what follows is told.
 *
 * @param nowMillis arrival time of the input
 */
record Turn(
        DeviceId device,
        DeviceState state,
        WearerRules.Cache rules,
        DayFold days,
        long nowMillis,
        Consumer<Effect> effects) {
    WearerRules rules(Mount mount) {
        return rules.of(state.profile, mount);
    }

    /** For the mount of the newest reading. */
    WearerRules currentRules() {
        return rules(state.tracker.mount());
    }

    /** What silence does to the open episodes. */
    SilenceWatch silence() {
        return new SilenceWatch(device, state.tracker, currentRules().detection());
    }

    void tell(Effect effect) {
        effects.accept(effect);
    }

    /** A decision is told, and counted in the day. */
    void decided(Decision decision) {
        tell(new Effect.Decided(decision));
        days.decided(decision);
    }

    void reject(RejectReason reason, String detail) {
        tell(new Effect.InputRejected(reason, detail));
    }

    /** Hears of what detection and reminding tell. */
    EffectListener listener(WearerRules wearer) {
        return new EffectListener(this, wearer);
    }
}
