package plumbline.contract.recording;

import plumbline.contract.device.Activity;
import plumbline.contract.device.DeviceId;

/**
 * One row of a recording.
 *
 * @param timeMillis device time since 1970
 * @param neckDegrees relative to the wearer's upright, {@code NaN} where not measured
 * @param shoulderDegrees likewise
 * @param label what the wearer was doing in truth, in the recorder's own words; empty where nobody noted it
 */
public record RecordedReading(
        DeviceId device,
        long timeMillis,
        double neckDegrees,
        double shoulderDegrees,
        Activity activity,
        String label) {}
