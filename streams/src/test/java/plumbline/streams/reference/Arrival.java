package plumbline.streams.reference;

import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;

/** An upload and when it came in, by the clock of the services. */
record Arrival(Upload upload, long atMillis) {
    /** When its newest reading was taken or its last span ended, device time. */
    long newestMillis() {
        long reading = upload.size() == 0 ? Long.MIN_VALUE : upload.times().timeMillis(upload.size() - 1);
        return upload.sitting().stream().mapToLong(SittingSpan::toMillis).reduce(reading, Math::max);
    }
}
