package plumbline.streams.device;

import java.util.List;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.device.Upload;
import plumbline.streams.order.SeenReadings;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** When a device is told how far its readings are stored: now and then, and soon where it did not hear. Arrival time. */
final class StoredTelling {
    /** A device that asks again and again is answered no more often. */
    static final long ANSWER_EVERY_MILLIS = 1_000;

    private long toldMillis;
    private boolean asked;

    /** Notes an upload that is in {@code seen} already; one that the device needed not send again asks how far it is. */
    void heard(Upload upload, boolean nothingNew, SeenReadings seen) {
        if (upload.oldestSeq() >= 0) {
            seen.giveUpBefore(upload.boot(), seen.unwrap(upload.boot(), upload.oldestSeq()));
        }
        long seq = seen.unwrap(upload.boot(), upload.seq());
        if (nothingNew && seen.covers(upload.boot(), seq + upload.identities())) {
            seen.forgetTold(upload.boot());
            asked = true;
        }
    }

    /** What is to be told now. */
    List<StoredWatermark> due(SeenReadings seen, long nowMillis, long everyMillis) {
        if (nowMillis < dueAt(seen, everyMillis)) {
            return List.of();
        }
        toldMillis = nowMillis;
        asked = false;
        return seen.tell();
    }

    /** When something is to be told, {@link DeviceState#NEVER} where there is nothing. */
    long dueAt(SeenReadings seen, long everyMillis) {
        if (!seen.hasUntold()) {
            return DeviceState.NEVER;
        }
        return toldMillis + (asked ? Math.min(ANSWER_EVERY_MILLIS, everyMillis) : everyMillis);
    }

    void write(StateWriter out) {
        out.time(toldMillis).truth(asked);
    }

    static StoredTelling read(StateReader in) {
        StoredTelling telling = new StoredTelling();
        telling.toldMillis = in.time();
        telling.asked = in.truth();
        return telling;
    }
}
