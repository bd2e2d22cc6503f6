package plumbline.streams.device;

import java.util.function.Consumer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Episode;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;
import plumbline.streams.detection.PostureListener;
import plumbline.streams.detection.Stretch;
import plumbline.streams.device.Effect.Decided;
import plumbline.streams.device.Effect.EpisodeChanged;
import plumbline.streams.device.Effect.ReminderRaised;
import plumbline.streams.device.Effect.ReminderWithdrawn;
import plumbline.streams.reminding.OutcomeJudge;
import plumbline.streams.reminding.ReminderPolicy;

/** Makes effects of what detection and reminding tell, and lets reminding see what detection sees. */
final class EffectListener implements PostureListener, ReminderPolicy.Listener {
    private final OutcomeJudge judge;
    private final Consumer<Effect> effects;

    EffectListener(DeviceId device, DeviceState state, WearerRules wearer, Consumer<Effect> effects) {
        this.judge = new OutcomeJudge(device, state.ledger, wearer.reminding(), this);
        this.effects = effects;
    }

    OutcomeJudge judge() {
        return judge;
    }

    @Override
    public void changed(Episode episode) {
        effects.accept(new EpisodeChanged(episode));
    }

    @Override
    public void stood(Stretch stretch) {
        judge.stood(stretch);
    }

    @Override
    public void left(long timeMillis, CloseReason reason) {
        judge.left(timeMillis, reason);
    }

    @Override
    public void raised(Reminder reminder) {
        effects.accept(new ReminderRaised(reminder));
    }

    @Override
    public void withdrawn(Withdrawal withdrawal) {
        effects.accept(new ReminderWithdrawn(withdrawal));
    }

    @Override
    public void decided(Decision decision) {
        effects.accept(new Decided(decision));
    }
}
