package plumbline.contract.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Activity;
import plumbline.contract.device.DeviceId;

/**
 * How a device stands now.
 *
 * @param at device time of the newest reading
 * @param lastSeen arrival time of the newest upload
 * @param worn false while the device is off the body
 * @param neckDegrees relative to upright, null where not measured
 * @param calibrationSuspect whether the neck's sensor seems to have moved since it was calibrated, so that it should be
 *     calibrated again
 */
public record DeviceStatus(
        DeviceId device,
        Instant at,
        Instant lastSeen,
        boolean worn,
        Activity activity,
        @Nullable Double neckDegrees,
        @Nullable Double shoulderDegrees,
        Map<PostureIssue, IssueStatus> issues,
        boolean calibrationSuspect,
        @Nullable Integer battery) {
    public DeviceStatus {
        issues = Map.copyOf(issues);
    }

    /** The class of one issue and since when, device time. */
    public record IssueStatus(PostureClass posture, Instant since) {}
}
