package plumbline.streams.device;

import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;
import plumbline.streams.device.DeviceInput.AnswerArrived;
import plumbline.streams.device.DeviceInput.HistoryRead;
import plumbline.streams.device.DeviceInput.HistoryTooLarge;
import plumbline.streams.device.DeviceInput.ProfileChanged;
import plumbline.streams.device.DeviceInput.TimePassed;
import plumbline.streams.device.DeviceInput.Unreadable;
import plumbline.streams.device.DeviceInput.UploadArrived;
import plumbline.streams.device.Effect.DaySummed;
import plumbline.streams.device.Effect.DeviceForgotten;
import plumbline.streams.device.Effect.ReminderRaised;
import plumbline.streams.device.Effect.StoredUpTo;
import plumbline.streams.order.UploadOrder;
import plumbline.streams.reminding.AnswerBook;
import plumbline.streams.reminding.PainTriage;
import plumbline.streams.settings.RuleSettings;
import plumbline.streams.summary.DayFold;
import plumbline.streams.summary.DayLedger;
import plumbline.streams.summary.DayRules;

/** Advances one device by one input: order, detection, reminding, history. For use by one thread. */
public final class DeviceMachine {
    private final WearerRules.Cache rules;

    public DeviceMachine(RuleSettings defaults) {
        rules = new WearerRules.Cache(defaults);
    }

    /**
     * Changes {@code state} and tells what follows, in the order in which it is to be published.
     *
     * @param arrivalMillis when the input arrived, by the services' clock
     */
    public void advance(
            DeviceId device, DeviceState state, DeviceInput input, long arrivalMillis, Consumer<Effect> effects) {
        DayFold days = new DayFold(
                device, state.days, state.tracker, dayRules(state), day -> effects.accept(new DaySummed(day)));
        Turn turn = new Turn(device, state, rules, days, arrivalMillis, effects);
        if (input instanceof UploadArrived || input instanceof AnswerArrived) {
            state.heardMillis = Math.max(state.heardMillis, arrivalMillis);
        }
        if (input instanceof UploadArrived arrived) {
            new UploadPath(turn).arrived(arrived.upload());
        } else if (input instanceof AnswerArrived arrived) {
            answer(turn, arrived.answer());
        } else if (input instanceof ProfileChanged changed) {
            profile(turn, changed.profile());
        } else if (input instanceof TimePassed) {
            timePasses(turn);
        } else if (input instanceof HistoryRead history) {
            new Mending(turn).mend(history);
        } else if (input instanceof HistoryTooLarge) {
            new Mending(turn).giveUp();
        } else if (input instanceof Unreadable unreadable) {
            turn.reject(unreadable.reason(), unreadable.detail());
        }
        tellStored(turn);
        setAlarm(turn);
    }

    private DayRules dayRules(DeviceState state) {
        return rules.of(state.profile, state.tracker.mount()).day();
    }

    private static void answer(Turn turn, Answer answer) {
        AnswerBook.enter(
                        turn.device(),
                        answer,
                        turn.nowMillis(),
                        turn.state().ledger,
                        turn.currentRules().reminding())
                .ifPresent(advice -> {
                    turn.tell(new ReminderRaised(advice));
                    turn.decided(PainTriage.decision(advice));
                });
        if (answer instanceof Answer.Finished finished) {
            turn.days().finished(finished, turn.nowMillis());
        }
    }

    private static void timePasses(Turn turn) {
        DeviceState state = turn.state();
        new UploadPath(turn).timePasses();
        if (state.order.isEmpty()) {
            fallsSilent(turn, state.pace.silentMillis(turn.nowMillis()));
        }
        if (state.pace.silentMillis(turn.nowMillis()) > DayLedger.SILENT_MILLIS) {
            turn.days().timePasses(turn.nowMillis());
        }
        if (turn.nowMillis() >= forgottenAt(turn)) {
            turn.tell(new DeviceForgotten());
            state.forget();
        } else {
            new Mending(turn).timePasses();
        }
    }

    private static void fallsSilent(Turn turn, long silentMillis) {
        EffectListener listener = turn.listener(turn.currentRules());
        turn.silence().fall(silentMillis - UploadOrder.HELD_MILLIS, listener);
        listener.judge().passTo(turn.state().tracker.newestMillis() + Math.max(0, silentMillis));
    }

    private static void tellStored(Turn turn) {
        DeviceState state = turn.state();
        state.telling
                .due(state.seen, turn.nowMillis(), turn.currentRules().storedEvery())
                .forEach(watermark -> turn.tell(new StoredUpTo(watermark)));
    }

    private static void setAlarm(Turn turn) {
        DeviceState state = turn.state();
        long stored = state.telling.dueAt(state.seen, turn.currentRules().storedEvery());
        state.wakesAtMillis = LongStream.of(
                        silentAt(turn),
                        outcomeAt(turn),
                        stored,
                        state.order.dueAt(),
                        state.late.dueAt(),
                        state.days.wakesAt(state.pace, turn.currentRules().day()),
                        forgottenAt(turn))
                .min()
                .getAsLong();
    }

    /** When the ends of open episodes are told; an upload that waits for others shows that the device is there. */
    private static long silentAt(Turn turn) {
        DeviceState state = turn.state();
        OptionalLong limit = turn.silence().limitMillis();
        return limit.isPresent() && state.order.isEmpty()
                ? state.pace.silentAt(limit.getAsLong() + UploadOrder.HELD_MILLIS)
                : DeviceState.NEVER;
    }

    /** When a silent device will have had its time to tell what became of a reminder. */
    private static long outcomeAt(Turn turn) {
        DeviceState state = turn.state();
        OptionalLong dueAt = state.ledger.outcomeDueAt(turn.currentRules().reminding());
        return dueAt.isPresent() && state.order.isEmpty()
                ? state.pace.silentAt(Math.max(0, dueAt.getAsLong() - state.tracker.newestMillis()))
                : DeviceState.NEVER;
    }

    private static long forgottenAt(Turn turn) {
        long heard = turn.state().heardMillis;
        return heard == 0 ? DeviceState.NEVER : heard + turn.currentRules().forgottenAfter();
    }

    /** A profile with a choice that can't be is refused whole; the one before stays in force. */
    private void profile(Turn turn, Profile profile) {
        try {
            WearerRules.settings(rules.defaults(), profile);
            turn.state().profile = profile;
            turn.days().zoneChanges(dayRules(turn.state()));
        } catch (IllegalArgumentException e) {
            turn.reject(RejectReason.UNKNOWN_SETTING, String.valueOf(e.getMessage()));
        }
    }
}
