package plumbline.standalone.faults.posture;

import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;

/** Uploads made from others. */
final class Uploads {
    private Uploads() {}

    /** The number of a device of the fleet. */
    static int numberOf(DeviceId device) {
        return Integer.parseInt(device.value().substring(device.value().lastIndexOf('-') + 1));
    }

    /** The same taken {@code millis} later, by a device that does not say when it sends. */
    static Upload moved(Upload upload, long millis) {
        return upload.later(millis).sentAt(0, upload.oldestSeq());
    }

    /** The same as part of another boot. */
    static Upload ofBoot(long boot, Upload upload) {
        return new Upload(
                boot,
                upload.seq(),
                upload.times(),
                upload.neck(),
                upload.shoulder(),
                upload.activity(),
                upload.sentAtMillis(),
                upload.mount(),
                upload.calibration(),
                upload.sitting(),
                upload.batteryPercent(),
                upload.firmware(),
                upload.historical(),
                upload.oldestSeq());
    }
}
