package plumbline.contract.recording;

import java.util.ArrayList;
import java.util.List;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.Upload;

/** Cuts the readings of one device into uploads, the same way for every reader of the same recording. */
public final class RecordingUploads {
    public static final int READINGS_PER_UPLOAD = 10;

    /** Says how long a reading stands; the rows of a recording may lie further apart or closer. */
    public static final int NOMINAL_INTERVAL_MILLIS = 1_000;

    private static final long LONGEST_MILLIS = 60_000;
    private static final Calibration RECORDED = new Calibration("recording", 0, 0);

    private RecordingUploads() {}

    /** All uploads of {@code readings}, in order; boot 1, the first reading has seq 0. */
    public static List<Upload> cut(List<RecordedReading> readings, Mount mount) {
        return cut(readings, mount, READINGS_PER_UPLOAD);
    }

    /** The same with at most {@code perUpload} readings in each. */
    public static List<Upload> cut(List<RecordedReading> readings, Mount mount, int perUpload) {
        List<Upload> uploads = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= readings.size(); to++) {
            if (to == readings.size() || isFull(readings, from, to, perUpload)) {
                uploads.add(upload(readings.subList(from, to), from, mount));
                from = to;
            }
        }
        return uploads;
    }

    private static boolean isFull(List<RecordedReading> readings, int from, int to, int perUpload) {
        long spanMillis = readings.get(to).timeMillis() - readings.get(from).timeMillis();
        return to - from == perUpload || spanMillis > LONGEST_MILLIS;
    }

    private static Upload upload(List<RecordedReading> readings, int seq, Mount mount) {
        long start = readings.get(0).timeMillis();
        int[] offsets = readings.stream()
                .mapToInt(reading -> (int) (reading.timeMillis() - start))
                .toArray();
        List<Activity> activity =
                readings.stream().map(RecordedReading::activity).toList();
        return new Upload(
                1,
                seq,
                SamplingTimes.at(start, NOMINAL_INTERVAL_MILLIS, offsets),
                AngleColumn.ofDegrees(readings.stream()
                        .mapToDouble(RecordedReading::neckDegrees)
                        .toArray()),
                AngleColumn.ofDegrees(readings.stream()
                        .mapToDouble(RecordedReading::shoulderDegrees)
                        .toArray()),
                activity,
                readings.get(readings.size() - 1).timeMillis(),
                mount,
                RECORDED,
                List.of(),
                -1,
                "",
                false,
                -1);
    }
}
