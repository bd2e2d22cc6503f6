package plumbline.streams.device;

import java.nio.charset.StandardCharsets;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.event.Profile;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.history.LateReadings;
import plumbline.streams.order.DeviceClock;
import plumbline.streams.order.RecentUploads;
import plumbline.streams.order.SeenReadings;
import plumbline.streams.order.UploadOrder;
import plumbline.streams.order.UploadPace;
import plumbline.streams.reminding.ReminderLedger;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;
import plumbline.streams.summary.DayLedger;

/** All that is remembered of one device. */
public final class DeviceState {
    /** Where there is nothing to wait for. */
    public static final long NEVER = Long.MAX_VALUE;

    long wakesAtMillis = NEVER;
    long heardMillis;
    Profile profile = Profile.DEFAULT;
    UploadPace pace = new UploadPace();
    SeenReadings seen = new SeenReadings();
    DeviceClock clock = new DeviceClock();
    EpisodeTracker tracker = new EpisodeTracker();
    ReminderLedger ledger = new ReminderLedger();
    StatusBoard status = new StatusBoard();
    StoredTelling telling = new StoredTelling();
    UploadOrder order = new UploadOrder();
    RecentUploads recent = new RecentUploads();
    LateReadings late = new LateReadings();
    DayLedger days = new DayLedger();

    /** Whether it is that of a device of which nothing is known, so that it need not be kept. */
    public boolean isBlank() {
        return heardMillis == 0 && profile.equals(Profile.DEFAULT);
    }

    /** Forgets all but what the wearer has chosen. */
    void forget() {
        DeviceState fresh = new DeviceState();
        heardMillis = fresh.heardMillis;
        pace = fresh.pace;
        seen = fresh.seen;
        clock = fresh.clock;
        tracker = fresh.tracker;
        ledger = fresh.ledger;
        status = fresh.status;
        telling = fresh.telling;
        order = fresh.order;
        recent = fresh.recent;
        late = fresh.late;
        days = fresh.days;
    }

    public byte[] toBytes() {
        StateWriter out = new StateWriter();
        out.time(wakesAtMillis == NEVER ? 0 : wakesAtMillis);
        out.text(profile.equals(Profile.DEFAULT) ? "" : json(profile));
        pace.write(out);
        seen.write(out);
        clock.write(out, seen);
        tracker.write(out);
        ledger.write(out);
        status.write(out);
        telling.write(out);
        order.write(out, seen);
        recent.write(out);
        late.write(out);
        out.time(heardMillis);
        days.write(out);
        return out.toBytes();
    }

    public static DeviceState ofBytes(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        DeviceState state = new DeviceState();
        state.wakesAtMillis = wakesAt(in);
        state.profile = profile(in.text());
        state.pace = UploadPace.read(in);
        state.seen = SeenReadings.read(in);
        state.clock = DeviceClock.read(in, state.seen);
        state.tracker = EpisodeTracker.read(in);
        state.ledger = ReminderLedger.read(in);
        state.status = StatusBoard.read(in);
        state.telling = StoredTelling.read(in);
        state.order = UploadOrder.read(in, state.seen);
        state.recent = RecentUploads.read(in);
        state.late = LateReadings.read(in);
        state.heardMillis = in.isSince(3) ? in.time() : state.pace.arrivalMillis();
        state.days = in.isSince(3) ? DayLedger.read(in) : new DayLedger();
        if (!in.isAtEnd()) {
            throw new IllegalStateException("device state goes on behind its end");
        }
        return state;
    }

    /** When the machine is to be advanced by {@link DeviceInput.TimePassed}, arrival time. */
    public long wakesAt() {
        return wakesAtMillis;
    }

    /** The same of a state as it is stored; reads no further than that. */
    public static long wakesAt(byte[] bytes) {
        return wakesAt(new StateReader(bytes));
    }

    private static long wakesAt(StateReader in) {
        long wakesAt = in.time();
        return wakesAt == 0 ? NEVER : wakesAt;
    }

    private static String json(Profile profile) {
        return EventJson.text(profile);
    }

    private static Profile profile(String json) {
        if (json.isEmpty()) {
            return Profile.DEFAULT;
        }
        Decoded<Profile> decoded = EventJson.decode(json.getBytes(StandardCharsets.UTF_8), Profile.class);
        if (decoded instanceof Decoded.Accepted<Profile> accepted) {
            return accepted.value();
        }
        throw new IllegalStateException("device state holds an unreadable profile: " + decoded);
    }
}
