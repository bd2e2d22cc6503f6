package plumbline.streams.device;

import java.util.BitSet;
import java.util.Map;
import java.util.OptionalLong;
import plumbline.contract.device.Upload;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.RejectReason;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.device.Effect.ReadingsCounted;
import plumbline.streams.device.Effect.StatusChanged;
import plumbline.streams.order.Arrival;
import plumbline.streams.order.DeviceClock;
import plumbline.streams.order.Place;
import plumbline.streams.order.UploadOrder;
import plumbline.streams.reminding.Moment;
import plumbline.streams.reminding.ReminderPolicy;

/** The way of an upload: is it new, when was it taken, is it its turn, what does it say, does a reminder follow. */
final class UploadPath implements UploadOrder.Outlet {
    private final Turn turn;
    private final DeviceState state;

    UploadPath(Turn turn) {
        this.turn = turn;
        this.state = turn.state();
    }

    void arrived(Upload upload) {
        long seq = state.seen.unwrap(upload.boot(), upload.seq());
        Place place = state.seen.place(upload.boot(), seq);
        BitSet fresh = state.seen.add(upload.boot(), seq, upload.identities());
        count(ReadingsCounted.duplicate(upload.identities() - fresh.cardinality()));
        if (fresh.isEmpty()) {
            repeated(upload, seq);
        } else {
            state.recent.note(upload);
            accept(upload, place, seq, fresh);
        }
        state.telling.heard(upload, fresh.isEmpty(), state.seen);
    }

    private void accept(Upload upload, Place place, long seq, BitSet fresh) {
        state.clock.forgetAllBut(state.seen);
        OptionalLong correction = state.clock.correction(upload, turn.nowMillis(), place);
        if (correction.isPresent()) {
            Arrival arrival = new Arrival(upload, seq, fresh, correction.getAsLong(), turn.nowMillis());
            state.order.accept(arrival, state.seen, this);
        } else {
            turn.reject(
                    RejectReason.CLOCK_OUT_OF_RANGE,
                    "its times begin at " + DeviceClock.oldestMillis(upload) + " and end at "
                            + DeviceClock.newestMillis(upload) + ", it arrived at " + turn.nowMillis() + "; "
                            + whyNotCorrected(upload, place));
        }
    }

    private String whyNotCorrected(Upload upload, Place place) {
        if (place == Place.OVERTAKEN) {
            return "it was overtaken, and its boot's clock is off by " + state.clock.offsetMillis(upload.boot())
                    + " ms";
        }
        return upload.sentAtMillis() == 0
                ? "it has no sentAt to correct them by"
                : "they are out of range of its sentAt, " + upload.sentAtMillis() + ", too";
    }

    /**
     * The same again is a duplicate; something else under the same identities is a fault of the device. Where there were more
     * holes than are kept it may be new all the same: history, which knows every reading, is to tell.
     */
    private void repeated(Upload upload, long seq) {
        long newest = DeviceClock.newestMillis(upload) + state.clock.offsetMillis(upload.boot());
        boolean isNewer = newest > Math.max(newestMillis(), state.order.newestHeldMillis());
        if (state.recent.contradicts(upload) || (isNewer && !state.recent.holds(upload))) {
            turn.reject(
                    RejectReason.IDENTITY_TAKEN,
                    "boot " + upload.boot() + ", seq " + upload.seq() + " to "
                            + (upload.seq() + upload.identities() - 1)
                            + " came before with other content; what came first stands");
        } else if (state.seen.isUnsure(upload.boot(), seq) && turn.nowMillis() - newest <= lateWithin(upload)) {
            state.late.note(
                    DeviceClock.oldestMillis(upload) + state.clock.offsetMillis(upload.boot()), turn.nowMillis());
        }
    }

    private long lateWithin(Upload upload) {
        return turn.rules(upload.mount()).lateWithin();
    }

    /** What has waited long enough for those before it goes on. */
    void timePasses() {
        state.order.expire(turn.nowMillis(), state.seen, this);
    }

    @Override
    public long newestMillis() {
        return state.tracker.newestMillis();
    }

    @Override
    public void late(Arrival arrival) {
        long behind = arrival.arrivalMillis() - arrival.newestMillis();
        long within = lateWithin(arrival.upload());
        if (behind > within) {
            turn.reject(
                    RejectReason.TOO_LATE,
                    "its newest reading came " + behind / 1_000
                            + " s after it was taken, and after newer ones; late is up to " + within / 1_000 + " s");
        } else {
            state.late.note(arrival.oldestMillis(), arrival.arrivalMillis());
            count(ReadingsCounted.late(arrival.fresh().cardinality()));
        }
    }

    @Override
    public void next(Arrival arrival) {
        Upload upload = arrival.upload();
        WearerRules wearer = turn.rules(upload.mount());
        EffectListener listener = turn.listener(wearer);
        Map<PostureIssue, Long> foretold = turn.silence().foretold();
        EpisodeTracker.Taken taken = state.tracker.advance(
                turn.device(),
                upload,
                arrival.fresh(),
                arrival.correctionMillis(),
                mount -> turn.rules(mount).detection(),
                listener);
        count(ReadingsCounted.taken(taken));
        foretold.forEach((issue, start) -> goesOn(issue, start, arrival.arrivalMillis()));
        if (taken.isAnything()) {
            state.pace.heard(upload, arrival.arrivalMillis());
            afterwards(arrival, wearer, listener);
        }
        turn.days().passTo(newestMillis());
    }

    /** An episode whose end was told goes on after all: what was told of it is looked at again. */
    private void goesOn(PostureIssue issue, long startMillis, long arrivalMillis) {
        if (state.tracker.episode(issue).isOpenSince(startMillis)) {
            state.late.note(startMillis, arrivalMillis);
        }
    }

    private void count(ReadingsCounted readings) {
        if (!readings.equals(ReadingsCounted.NONE)) {
            turn.tell(readings);
        }
    }

    private void afterwards(Arrival arrival, WearerRules wearer, EffectListener listener) {
        Upload upload = arrival.upload();
        Moment moment = new Moment(turn.device(), newestMillis(), arrival.arrivalMillis(), upload.historical());
        listener.judge().passTo(moment.nowMillis());
        ReminderPolicy.decide(moment, state.tracker, state.ledger, wearer.detection(), wearer.reminding(), listener);
        state.status
                .update(
                        turn.device(),
                        state.tracker,
                        arrival.arrivalMillis(),
                        upload.batteryPercent(),
                        wearer.statusEvery())
                .ifPresent(status -> turn.tell(new StatusChanged(status)));
    }
}
