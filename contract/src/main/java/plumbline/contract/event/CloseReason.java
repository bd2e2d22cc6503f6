package plumbline.contract.event;

import java.util.Locale;

/** Why an episode ended. */
public enum CloseReason {
    /** The posture was good for long enough. */
    GOOD_POSTURE,
    /** The wearer stood up or walked for long enough. */
    MOVED,
    /** Nothing was measured for too long. */
    GAP,
    OFF_BODY,
    LYING,
    /** The device was calibrated anew or is worn elsewhere: angles before and after do not compare. */
    CALIBRATION;

    /** As it stands in decisions: {@code good_posture}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
