package plumbline.streams.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Decision;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.Episode;
import plumbline.contract.event.Profile;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;
import plumbline.streams.settings.RuleSettings;

/** One device on its machine, and everything that followed. */
final class Device {
    static final DeviceId ID = new DeviceId("pl-1");

    final List<Effect> effects = new ArrayList<>();
    private final DeviceMachine machine = new DeviceMachine(RuleSettings.DEFAULTS);
    private final boolean forgetful;
    private DeviceState state = new DeviceState();
    long arrivalMillis;

    private Device(boolean forgetful) {
        this.forgetful = forgetful;
    }

    static Device kept() {
        return new Device(false);
    }

    /** A device whose state goes through its bytes between any two inputs. */
    static Device storedEachTime() {
        return new Device(true);
    }

    /** A device whose state is known already. */
    static Device with(DeviceState known) {
        Device device = new Device(false);
        device.state = known;
        return device;
    }

    void take(Upload upload) {
        long end = upload.sitting().stream()
                .mapToLong(span -> span.toMillis())
                .max()
                .orElse(0);
        int size = upload.size();
        arrivalMillis = Math.max(end, size == 0 ? 0 : upload.times().timeMillis(size - 1));
        advance(new DeviceInput.UploadArrived(upload));
    }

    void arrives(Upload upload, long atMillis) {
        arrivalMillis = atMillis;
        advance(new DeviceInput.UploadArrived(upload));
    }

    void timePasses(long toMillis) {
        arrivalMillis = toMillis;
        advance(new DeviceInput.TimePassed());
    }

    long wakesAt() {
        return DeviceState.wakesAt(bytes());
    }

    void answers(Answer answer) {
        advance(new DeviceInput.AnswerArrived(answer));
    }

    void profile(Profile profile) {
        advance(new DeviceInput.ProfileChanged(profile));
    }

    void settings(Map<String, String> settings) {
        profile(new Profile(1, null, settings, null, false, null));
    }

    private void advance(DeviceInput input) {
        machine.advance(ID, state, input, arrivalMillis, effects::add);
        if (forgetful) {
            state = DeviceState.ofBytes(state.toBytes());
        }
    }

    byte[] bytes() {
        return state.toBytes();
    }

    private <T extends Effect> Stream<T> effects(Class<T> type) {
        return effects.stream().filter(type::isInstance).map(type::cast);
    }

    List<Episode> episodes() {
        return effects(Effect.EpisodeChanged.class)
                .map(Effect.EpisodeChanged::episode)
                .toList();
    }

    List<Reminder> reminders() {
        return effects(Effect.ReminderRaised.class)
                .map(Effect.ReminderRaised::reminder)
                .toList();
    }

    List<Withdrawal> withdrawals() {
        return effects(Effect.ReminderWithdrawn.class)
                .map(Effect.ReminderWithdrawn::withdrawal)
                .toList();
    }

    List<Decision> decisions() {
        return effects(Effect.Decided.class).map(Effect.Decided::decision).toList();
    }

    List<StoredWatermark> watermarks() {
        return effects(Effect.StoredUpTo.class)
                .map(Effect.StoredUpTo::watermark)
                .toList();
    }

    List<DeviceStatus> statuses() {
        return effects(Effect.StatusChanged.class)
                .map(Effect.StatusChanged::status)
                .toList();
    }

    List<Effect.InputRejected> rejections() {
        return effects(Effect.InputRejected.class).toList();
    }

    List<Effect.ReadingsCounted> counts() {
        return effects(Effect.ReadingsCounted.class).toList();
    }
}
