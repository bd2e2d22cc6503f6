package plumbline.streams.device;

import plumbline.contract.device.Activity;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;
import plumbline.streams.detection.PostureListener;
import plumbline.streams.detection.Stretch;
import plumbline.streams.device.Effect.EpisodeChanged;
import plumbline.streams.device.Effect.ReminderRaised;
import plumbline.streams.device.Effect.ReminderWithdrawn;
import plumbline.streams.reminding.OutcomeJudge;
import plumbline.streams.reminding.ReminderPolicy;
import plumbline.streams.reminding.ReminderRules;

/** Makes effects of what detection and reminding tell, and lets reminding and the day see what detection sees. */
final class EffectListener implements PostureListener, ReminderPolicy.Listener {
    private final Turn turn;
    private final ReminderRules reminding;
    private final OutcomeJudge judge;

    EffectListener(Turn turn, WearerRules wearer) {
        this.turn = turn;
        this.reminding = wearer.reminding();
        this.judge = new OutcomeJudge(turn.device(), turn.state().ledger, reminding, this);
    }

    OutcomeJudge judge() {
        return judge;
    }

    @Override
    public void changed(Episode episode) {
        turn.tell(new EpisodeChanged(episode));
    }

    @Override
    public void read(long timeMillis, Activity activity, long holdMillis) {
        if (turn.days().isOver(timeMillis)) {
            turn.state().late.note(timeMillis, turn.nowMillis());
        }
        turn.days().read(timeMillis, activity, holdMillis);
    }

    @Override
    public void stood(Stretch stretch) {
        turn.state().ledger.stood(stretch, reminding.zone());
        judge.stood(stretch);
        turn.days().stood(stretch);
    }

    @Override
    public void hole(PostureIssue issue) {
        judge.hole(issue);
    }

    @Override
    public void left(long timeMillis, CloseReason reason) {
        judge.left(timeMillis, reason);
    }

    @Override
    public void raised(Reminder reminder) {
        turn.tell(new ReminderRaised(reminder));
    }

    @Override
    public void withdrawn(Withdrawal withdrawal) {
        turn.tell(new ReminderWithdrawn(withdrawal));
    }

    @Override
    public void decided(Decision decision) {
        turn.decided(decision);
    }
}
