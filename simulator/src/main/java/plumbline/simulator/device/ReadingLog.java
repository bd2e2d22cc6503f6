package plumbline.simulator.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.Upload;

/** Numbers samples and cuts them into uploads. */
final class ReadingLog {
    static final String FIRMWARE = "sim-1";

    private final Calibration calibration;
    private final int intervalMillis;
    private final List<Sample> batch = new ArrayList<>();
    private long boot;
    private long nextSeq;

    ReadingLog(Calibration calibration, int intervalMillis, long boot) {
        this.calibration = calibration;
        this.intervalMillis = intervalMillis;
        this.boot = boot;
    }

    long boot() {
        return boot;
    }

    int size() {
        return batch.size();
    }

    void add(Sample sample) {
        batch.add(sample);
    }

    /** The device restarts: counts from 0 again. */
    void reboot() {
        if (!batch.isEmpty()) {
            throw new IllegalStateException(batch.size() + " samples would lose their numbers");
        }
        boot++;
        nextSeq = 0;
    }

    /** What was added since the last cut, as one upload; there must be something. */
    Upload cut(long sentAtMillis, int batteryPercent, boolean historical) {
        Upload upload = new Upload(
                boot,
                nextSeq,
                SamplingTimes.every(batch.get(0).timeMillis(), intervalMillis),
                column(Sample::neckDecidegrees),
                column(Sample::shoulderDecidegrees),
                activity(),
                sentAtMillis,
                Mount.C7,
                calibration,
                List.of(),
                batteryPercent,
                FIRMWARE,
                historical,
                -1);
        nextSeq += batch.size();
        batch.clear();
        return upload;
    }

    private AngleColumn column(ToIntFunction<Sample> angle) {
        return AngleColumn.ofDecidegrees(batch.stream().mapToInt(angle).toArray());
    }

    private List<Activity> activity() {
        List<Activity> each = batch.stream().map(Sample::activity).toList();
        return each.stream().distinct().count() == 1 ? each.subList(0, 1) : each;
    }
}
