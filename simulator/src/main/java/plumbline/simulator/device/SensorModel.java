package plumbline.simulator.device;

import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Posture;

/**
 * Two angle sensors with noise, a resolution and now and then no value, in a frame of their own: how they happen to be
 * worn is what they read upright, and that is their calibration.
 */
public final class SensorModel {
    /** The most that noise and resolution together shift an angle by. */
    public static final double WORST_ERROR_DEGREES = 1.25;

    /** One reading in 500 lacks an angle. */
    static final double MISSING_PROBABILITY = 0.002;

    private static final double NOISE_DEGREES = 0.28;
    private static final int FINE_DECIDEGREES = 1;
    private static final int COARSE_DECIDEGREES = 5;

    private final Chance chance;
    private final Calibration calibration;
    private final int resolutionDecidegrees;

    SensorModel(Chance chance) {
        this.chance = chance;
        this.calibration = new Calibration(
                "c1", (int) Math.round(chance.between(-80.0, 160.0)), (int) chance.between(-40.0, 60.0));
        this.resolutionDecidegrees = chance.happens(0.5) ? FINE_DECIDEGREES : COARSE_DECIDEGREES;
    }

    Calibration calibration() {
        return calibration;
    }

    Sample measure(long timeMillis, Posture posture) {
        int neck = angle(posture, posture.neckDegrees(), calibration.neckDecidegrees());
        int shoulder = angle(posture, posture.shoulderDegrees(), calibration.shoulderDecidegrees());
        return new Sample(timeMillis, neck, shoulder, posture.activity());
    }

    private int angle(Posture posture, double degrees, int referenceDecidegrees) {
        double noisy = degrees * 10 + referenceDecidegrees + chance.bell() * NOISE_DEGREES * 10;
        boolean missing = chance.happens(MISSING_PROBABILITY) || posture.activity() == Activity.OFF_BODY;
        return missing ? AngleColumn.MISSING : (int) Math.round(noisy / resolutionDecidegrees) * resolutionDecidegrees;
    }
}
