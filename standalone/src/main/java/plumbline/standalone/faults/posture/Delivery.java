package plumbline.standalone.faults.posture;

import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;

/** An upload on its way to Kafka, and when it arrives there. */
public record Delivery(DeviceId device, Upload upload, long arrivalMillis) {
    /** The same, arriving so much later. */
    Delivery later(long millis) {
        return new Delivery(device, upload, arrivalMillis + millis);
    }

    Delivery with(Upload other) {
        return new Delivery(device, other, arrivalMillis);
    }
}
