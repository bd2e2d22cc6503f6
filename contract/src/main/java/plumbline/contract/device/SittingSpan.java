package plumbline.contract.device;

/** A stretch of sitting, device time in milliseconds since 1970, from a device that measures nothing else. */
public record SittingSpan(long fromMillis, long toMillis, SittingSource source) {
    public SittingSpan {
        if (fromMillis < 0 || toMillis < fromMillis) {
            throw new IllegalArgumentException("a sitting span runs from " + fromMillis + " to " + toMillis);
        }
    }

    SittingSpan later(long millis) {
        return new SittingSpan(fromMillis + millis, toMillis + millis, source);
    }
}
