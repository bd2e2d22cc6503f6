package plumbline.streams.order;

import plumbline.contract.device.Upload;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * When a device was heard last, and how much one of its uploads covers: who sends ten minutes at a time is silent for ten
 * minutes without being gone. A span covers something only where there is no row of readings: those may come far more often.
 * Milliseconds.
 */
public final class UploadPace {
    private long arrivalMillis;
    private long coveredMillis;

    /** Notes an upload that brought something new. */
    public void heard(Upload upload, long arrivedMillis) {
        arrivalMillis = Math.max(arrivalMillis, arrivedMillis);
        coveredMillis = upload.size() > 1
                ? upload.times().timeMillis(upload.size() - 1) - upload.times().timeMillis(0)
                : upload.sitting().stream()
                        .mapToLong(span -> span.toMillis() - span.fromMillis())
                        .max()
                        .orElse(0);
    }

    /** For how long the device has been silent beyond its own pace; negative while its next upload is not yet due. */
    public long silentMillis(long nowMillis) {
        return nowMillis - arrivalMillis - coveredMillis;
    }

    /** When the device will have been silent for longer than {@code limitMillis}. */
    public long silentAt(long limitMillis) {
        return arrivalMillis + coveredMillis + limitMillis + 1;
    }

    /** When it was heard last, arrival time; 0 where it never was. */
    public long arrivalMillis() {
        return arrivalMillis;
    }

    public void write(StateWriter out) {
        out.time(arrivalMillis).number(coveredMillis);
    }

    public static UploadPace read(StateReader in) {
        UploadPace pace = new UploadPace();
        pace.arrivalMillis = in.time();
        pace.coveredMillis = in.number();
        return pace;
    }
}
