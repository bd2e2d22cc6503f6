package plumbline.streams.detection;

import plumbline.contract.device.AngleColumn;

/** One angle of one reading, relative to upright, {@link AngleColumn#MISSING} where there is none. */
record TimedAngle(long timeMillis, int decidegrees, long holdMillis) {
    /** Without a calibration there is no upright to compare with, so the angle says nothing. */
    static TimedAngle of(long timeMillis, int raw, int upright, boolean calibrated, long holdMillis) {
        boolean known = calibrated && raw != AngleColumn.MISSING;
        return new TimedAngle(timeMillis, known ? raw - upright : AngleColumn.MISSING, holdMillis);
    }
}
