package plumbline.streams.device;

import java.util.BitSet;
import java.util.OptionalLong;
import java.util.function.Consumer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.device.DeviceInput.AnswerArrived;
import plumbline.streams.device.DeviceInput.ProfileChanged;
import plumbline.streams.device.DeviceInput.TimePassed;
import plumbline.streams.device.DeviceInput.Unreadable;
import plumbline.streams.device.DeviceInput.UploadArrived;
import plumbline.streams.device.Effect.Decided;
import plumbline.streams.device.Effect.EpisodeChanged;
import plumbline.streams.device.Effect.InputRejected;
import plumbline.streams.device.Effect.ReadingsCounted;
import plumbline.streams.device.Effect.ReminderRaised;
import plumbline.streams.device.Effect.StatusChanged;
import plumbline.streams.device.Effect.StoredUpTo;
import plumbline.streams.order.DeviceClock;
import plumbline.streams.reminding.AnswerBook;
import plumbline.streams.reminding.Moment;
import plumbline.streams.reminding.ReminderPolicy;
import plumbline.streams.settings.RuleSettings;

/** Advances one device by one input: order, detection, reminding. For use by one thread. */
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
        if (input instanceof UploadArrived arrived) {
            upload(device, state, arrived.upload(), arrivalMillis, effects);
        } else if (input instanceof AnswerArrived arrived) {
            WearerRules wearer = rules.of(state.profile, state.tracker.mount());
            AnswerBook.enter(device, arrived.answer(), arrivalMillis, state.ledger, wearer.reminding())
                    .ifPresent(reminder -> effects.accept(new ReminderRaised(reminder)));
        } else if (input instanceof ProfileChanged changed) {
            profile(state, changed.profile(), effects);
        } else if (input instanceof TimePassed) {
            timePasses(device, state, arrivalMillis, effects);
        } else if (input instanceof Unreadable unreadable) {
            effects.accept(new InputRejected(unreadable.reason(), unreadable.detail()));
        }
    }

    private void upload(
            DeviceId device, DeviceState state, Upload upload, long arrivalMillis, Consumer<Effect> effects) {
        BitSet fresh = state.seen.add(upload.boot(), upload.seq(), upload.identities());
        WearerRules wearer = rules.of(state.profile, upload.mount());
        OptionalLong correction = state.clock.correction(upload, arrivalMillis);
        if (correction.isEmpty()) {
            effects.accept(new InputRejected(
                    RejectReason.CLOCK_OUT_OF_RANGE,
                    "its times begin at " + DeviceClock.oldestMillis(upload) + " and end at "
                            + DeviceClock.newestMillis(upload) + ", it arrived at " + arrivalMillis
                            + "; without a usable sentAt it can't be placed in time"));
        } else {
            take(device, state, upload, fresh, correction.getAsLong(), arrivalMillis, wearer, effects);
        }
        state.telling.heard(upload, fresh.isEmpty(), state.seen);
        tellStored(state, arrivalMillis, wearer, effects);
        setAlarm(state, wearer);
    }

    private static void take(
            DeviceId device,
            DeviceState state,
            Upload upload,
            BitSet fresh,
            long correctionMillis,
            long arrivalMillis,
            WearerRules wearer,
            Consumer<Effect> effects) {
        EpisodeTracker.Taken taken = state.tracker.advance(
                device,
                upload,
                fresh,
                correctionMillis,
                wearer.detection(),
                episode -> effects.accept(new EpisodeChanged(episode)));
        count(upload, fresh, taken, effects);
        if (taken.isAnything()) {
            state.pace.heard(upload, arrivalMillis);
            afterwards(device, state, upload, arrivalMillis, wearer, effects);
        }
    }

    private static void tellStored(DeviceState state, long nowMillis, WearerRules wearer, Consumer<Effect> effects) {
        state.telling
                .due(state.seen, nowMillis, wearer.storedEvery())
                .forEach(watermark -> effects.accept(new StoredUpTo(watermark)));
    }

    private void timePasses(DeviceId device, DeviceState state, long nowMillis, Consumer<Effect> effects) {
        WearerRules wearer = rules.of(state.profile, state.tracker.mount());
        state.tracker.fallSilent(
                device,
                state.pace.silentMillis(nowMillis),
                wearer.detection(),
                episode -> effects.accept(new EpisodeChanged(episode)));
        tellStored(state, nowMillis, wearer, effects);
        setAlarm(state, wearer);
    }

    private static void setAlarm(DeviceState state, WearerRules wearer) {
        OptionalLong limit = state.tracker.silenceLimit(wearer.detection());
        long silentAt = limit.isPresent() ? state.pace.silentAt(limit.getAsLong()) : DeviceState.NEVER;
        state.wakesAtMillis = Math.min(silentAt, state.telling.dueAt(state.seen, wearer.storedEvery()));
    }

    private static void count(Upload upload, BitSet fresh, EpisodeTracker.Taken taken, Consumer<Effect> effects) {
        effects.accept(new ReadingsCounted(
                taken.readings(),
                upload.identities() - fresh.cardinality(),
                taken.late(),
                taken.dropped().outOfRangeCount(),
                taken.dropped().jumpCount()));
    }

    private static void afterwards(
            DeviceId device,
            DeviceState state,
            Upload upload,
            long arrivalMillis,
            WearerRules wearer,
            Consumer<Effect> effects) {
        Moment moment = new Moment(device, state.tracker.newestMillis(), arrivalMillis, upload.historical());
        ReminderPolicy.decide(
                moment, state.tracker, state.ledger, wearer.detection(), wearer.reminding(), forwarding(effects));
        state.status
                .update(device, state.tracker, arrivalMillis, upload.batteryPercent(), wearer.statusEvery())
                .ifPresent(status -> effects.accept(new StatusChanged(status)));
    }

    private static ReminderPolicy.Listener forwarding(Consumer<Effect> effects) {
        return new ReminderPolicy.Listener() {
            @Override
            public void raised(Reminder reminder) {
                effects.accept(new ReminderRaised(reminder));
            }

            @Override
            public void decided(Decision decision) {
                effects.accept(new Decided(decision));
            }
        };
    }

    /** A profile with a choice that can't be is refused whole; the one before stays in force. */
    private void profile(DeviceState state, Profile profile, Consumer<Effect> effects) {
        try {
            WearerRules.settings(rules.defaults(), profile);
            state.profile = profile;
        } catch (IllegalArgumentException e) {
            effects.accept(new InputRejected(RejectReason.UNKNOWN_SETTING, String.valueOf(e.getMessage())));
        }
    }
}
