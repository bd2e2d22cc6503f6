package plumbline.simulator.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.Upload;
import plumbline.contract.recording.RecordedReading;
import plumbline.contract.recording.Recording;
import plumbline.contract.recording.RecordingUploads;

/**
 * The uploads of a recording in the order of their sending, moved so that the first reading of each device is taken
 * when the replay begins.
 */
public record Schedule(List<Due> uploads) {
    /** An upload whose time comes at its {@code sentAtMillis}. */
    public record Due(DeviceId device, Upload upload) {}

    public Schedule {
        uploads = List.copyOf(uploads);
    }

    public static Schedule of(Recording recording, Mount mount, Instant begin) {
        List<Due> uploads = new ArrayList<>();
        for (Map.Entry<DeviceId, List<RecordedReading>> device :
                recording.devices().entrySet()) {
            long later = begin.toEpochMilli() - device.getValue().get(0).timeMillis();
            for (Upload upload : RecordingUploads.cut(device.getValue(), mount)) {
                uploads.add(new Due(device.getKey(), upload.later(later)));
            }
        }
        uploads.sort(Comparator.comparingLong(due -> due.upload().sentAtMillis()));
        return new Schedule(uploads);
    }
}
