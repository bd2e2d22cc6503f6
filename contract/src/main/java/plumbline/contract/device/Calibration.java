package plumbline.contract.device;

/**
 * The wearer's own upright posture, as the device last learned it.
 *
 * @param id changes with every new calibration; empty while the device is not calibrated
 * @param neckDecidegrees what the neck sensor reads upright, in the frame of the upload's angles
 * @param shoulderDecidegrees the same for the upper back
 */
public record Calibration(String id, int neckDecidegrees, int shoulderDecidegrees) {
    public static final int MAX_ID_LENGTH = 64;

    public static final Calibration NONE = new Calibration("", 0, 0);

    /** A reference that belongs to no calibration says nothing. */
    public Calibration {
        if (id.isEmpty()) {
            neckDecidegrees = 0;
            shoulderDecidegrees = 0;
        }
    }

    public boolean isPresent() {
        return !id.isEmpty();
    }
}
