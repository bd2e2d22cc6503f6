package plumbline.streams.detection;

import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * How much speaks for the neck's sensor having moved since it was calibrated. Who walks looks ahead: upright walking has
 * the head at -1 degree, over a phone at 31 to 39 (medians, Han and Shin 2019). So time walked with the neck far from
 * upright, forward or back, is doubt, and time upright in whatever activity takes {@value #PAID_BACK} times as much of
 * it away: the sensor still knows upright. Doubted for long enough it is suspect, until no doubt is left.
 *
 * <p>Sitting and standing bent are no doubt, since people work so; an angle that no neck can have is, whatever they do.
 */
final class CalibrationDoubt {
    private static final int PAID_BACK = 10;

    private long doubtMillis;
    private boolean suspect;

    /**
     * Takes one reading.
     *
     * @param decidegrees from upright, believable or not, {@link AngleColumn#MISSING} where there is none
     * @param millis time measured since the reading before
     */
    void advance(int decidegrees, Activity activity, long millis, DoubtRules rules) {
        if (decidegrees == AngleColumn.MISSING) {
            return;
        }
        if (Math.abs(decidegrees) < rules.beyond()) {
            doubtMillis = Math.max(0, doubtMillis - PAID_BACK * millis);
            suspect &= doubtMillis > 0;
        } else if (activity == Activity.WALKING || !AngleFilter.isPossible(decidegrees)) {
            doubtMillis = Math.min(rules.after(), doubtMillis + millis);
            suspect |= doubtMillis >= rules.after();
        }
    }

    boolean isSuspect() {
        return suspect;
    }

    void write(StateWriter out) {
        out.number(doubtMillis).truth(suspect);
    }

    /** Before version 3 nothing was doubted. */
    static CalibrationDoubt read(StateReader in) {
        CalibrationDoubt doubt = new CalibrationDoubt();
        if (in.isSince(3)) {
            doubt.doubtMillis = in.number();
            doubt.suspect = in.truth();
        }
        return doubt;
    }
}
