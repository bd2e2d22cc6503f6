package plumbline.streams.device;

import java.nio.charset.StandardCharsets;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.event.Profile;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.order.DeviceClock;
import plumbline.streams.order.SeenReadings;
import plumbline.streams.order.UploadPace;
import plumbline.streams.reminding.ReminderLedger;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** All that is remembered of one device. */
public final class DeviceState {
    /** Of the bytes written; one that is not from {@link #OLDEST} to this is a fault of ours, never data from outside. */
    private static final int VERSION = 3;

    /** The oldest version that is still read, so that an upgrade finds its devices as they were. */
    private static final int OLDEST = 2;

    /** Where there is nothing to wait for. */
    public static final long NEVER = Long.MAX_VALUE;

    long wakesAtMillis = NEVER;
    Profile profile = Profile.DEFAULT;
    UploadPace pace = new UploadPace();
    SeenReadings seen = new SeenReadings();
    DeviceClock clock = new DeviceClock();
    EpisodeTracker tracker = new EpisodeTracker();
    ReminderLedger ledger = new ReminderLedger();
    StatusBoard status = new StatusBoard();
    StoredTelling telling = new StoredTelling();

    public byte[] toBytes() {
        StateWriter out = new StateWriter(VERSION);
        out.number(wakesAtMillis);
        out.text(profile.equals(Profile.DEFAULT) ? "" : json(profile));
        pace.write(out);
        seen.write(out);
        clock.write(out);
        tracker.write(out);
        ledger.write(out);
        status.write(out);
        telling.write(out);
        return out.toBytes();
    }

    public static DeviceState ofBytes(byte[] bytes) {
        StateReader in = begin(bytes);
        DeviceState state = new DeviceState();
        state.wakesAtMillis = in.number();
        state.profile = profile(in.text());
        state.pace = UploadPace.read(in);
        state.seen = SeenReadings.read(in);
        state.clock = DeviceClock.read(in);
        state.tracker = EpisodeTracker.read(in);
        state.ledger = ReminderLedger.read(in);
        state.status = StatusBoard.read(in);
        state.telling = StoredTelling.read(in);
        if (!in.isAtEnd()) {
            throw new IllegalStateException("device state goes on behind its end");
        }
        return state;
    }

    /** When the machine is to be advanced by {@link DeviceInput.TimePassed}, arrival time; reads no further than that. */
    public static long wakesAt(byte[] bytes) {
        return begin(bytes).number();
    }

    private static StateReader begin(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        if (in.version() < OLDEST || in.version() > VERSION) {
            throw new IllegalStateException(
                    "device state has version " + in.version() + "; known are " + OLDEST + " to " + VERSION);
        }
        return in;
    }

    private static String json(Profile profile) {
        return new String(EventJson.encode(profile), StandardCharsets.UTF_8);
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
