package plumbline.streams.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.device.Activity;
import plumbline.contract.recording.RecordedReading;
import plumbline.contract.recording.RecordingUploads;
import plumbline.streams.detection.DetectionRules;

/**
 * How long one wearer of a recording was measured. A reading stands until the next one, at most for its hold, as it does in
 * detection.
 *
 * @param days on how many dates, by the wearer's clock, there are readings
 * @param wornMillis of the recorded time, that in which the sensor was on the body
 */
record WearTime(int days, long recordedMillis, long wornMillis) {
    private static final long HOLD_MILLIS = DetectionRules.holdMillis(RecordingUploads.NOMINAL_INTERVAL_MILLIS);

    static WearTime of(List<RecordedReading> readings, ZoneId zone) {
        Set<LocalDate> days = new HashSet<>();
        long recorded = 0;
        long worn = 0;
        for (int i = 0; i < readings.size(); i++) {
            RecordedReading reading = readings.get(i);
            long stood = stood(readings, i);
            days.add(Instant.ofEpochMilli(reading.timeMillis()).atZone(zone).toLocalDate());
            recorded += stood;
            worn += reading.activity() == Activity.OFF_BODY ? 0 : stood;
        }
        return new WearTime(days.size(), recorded, worn);
    }

    private static long stood(List<RecordedReading> readings, int i) {
        if (i == readings.size() - 1) {
            return HOLD_MILLIS;
        }
        return Math.min(
                HOLD_MILLIS, readings.get(i + 1).timeMillis() - readings.get(i).timeMillis());
    }
}
