package plumbline.streams.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.Upload;
import plumbline.contract.recording.Recording;
import plumbline.contract.recording.RecordingUploads;

/**
 * An upload on its way.
 *
 * @param millis when it arrives
 */
public record Arrival(DeviceId device, Upload upload, long millis) {
    /** The uploads of a recording, each of at most {@code perUpload} readings and arriving as it is complete. */
    public static List<Arrival> of(Recording recording, Mount mount, int perUpload) {
        List<Arrival> arrivals = new ArrayList<>();
        recording
                .devices()
                .forEach((device, readings) -> RecordingUploads.cut(readings, mount, perUpload)
                        .forEach(upload -> arrivals.add(new Arrival(device, upload, upload.sentAtMillis()))));
        arrivals.sort(Comparator.comparingLong(Arrival::millis));
        return arrivals;
    }
}
