package plumbline.contract.codec;

import plumbline.contract.device.SittingSource;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.event.RejectReason;

/** A sitting span from outside, or the rejection that names it. */
final class SpanCheck {
    private SpanCheck() {}

    static SittingSpan span(int index, long fromMillis, long toMillis, SittingSource source) throws RejectedException {
        if (fromMillis < 0 || toMillis < fromMillis || toMillis > UploadCheck.LAST_MILLIS) {
            throw new RejectedException(
                    RejectReason.BAD_FIELD, "sitting[" + index + "] runs from " + fromMillis + " to " + toMillis);
        }
        return new SittingSpan(fromMillis, toMillis, source);
    }
}
