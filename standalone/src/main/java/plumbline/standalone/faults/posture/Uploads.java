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

    /** The same taken {@code millis} later, by a device that may say that it sends at once. */
    static Upload moved(Upload upload, long millis, boolean saysWhen) {
        Upload moved = upload.later(millis);
        return moved.sentAt(saysWhen ? moved.times().startMillis() : 0, upload.oldestSeq());
    }
}
