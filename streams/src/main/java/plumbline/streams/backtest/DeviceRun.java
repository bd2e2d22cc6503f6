package plumbline.streams.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Profile;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.DeviceState;
import plumbline.streams.device.LoneDevice;
import plumbline.streams.device.Publication;
import plumbline.streams.history.SentUpload;

/** One device of a recording in the machine of the pipeline, and what is published of it. Arrival time. */
final class DeviceRun {
    private final LoneDevice device;
    private final List<SentUpload> sent = new ArrayList<>();

    DeviceRun(DeviceId id, DeviceMachine machine, Profile profile, Consumer<Publication> events) {
        device = new LoneDevice(
                id,
                machine,
                this::sentSince,
                effect -> Publication.of(id, effect)
                        .filter(DeviceRun::isOfTheWearer)
                        .ifPresent(events));
        device.advance(new DeviceInput.ProfileChanged(profile), 0);
    }

    void arrived(Upload upload, long nowMillis) {
        sent.add(new SentUpload(upload, nowMillis));
        device.advance(new DeviceInput.UploadArrived(upload), nowMillis);
    }

    void timePassed(long nowMillis) {
        device.advance(new DeviceInput.TimePassed(), nowMillis);
    }

    /** When time has to pass though nothing arrives, {@link DeviceState#NEVER} where there is nothing to wait for. */
    long wakesAt() {
        return device.wakesAt();
    }

    private List<SentUpload> sentSince(long sinceMillis) {
        return sent.stream()
                .filter(upload -> upload.arrivalMillis() >= sinceMillis)
                .toList();
    }

    /** A watermark is between a device and its store. */
    private static boolean isOfTheWearer(Publication publication) {
        return publication.topic() != KafkaTopic.STORED;
    }
}
