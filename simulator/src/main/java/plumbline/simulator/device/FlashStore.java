package plumbline.simulator.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import plumbline.contract.device.Upload;

/** What a device holds while it can't send. When it is full the oldest upload gives way. */
final class FlashStore {
    /** A day and an hour of uploads of a minute each. */
    static final int MAX_UPLOADS = 1_500;

    private final Deque<Upload> uploads = new ArrayDeque<>();
    private long lostReadings;

    void add(Upload upload) {
        if (uploads.size() == MAX_UPLOADS) {
            lostReadings += uploads.remove().size();
        }
        uploads.add(upload);
    }

    /** Everything held, oldest first, as sent at {@code sentAtMillis}. */
    List<Upload> takeAll(long sentAtMillis) {
        List<Upload> taken = new ArrayList<>(uploads.size());
        for (Upload upload : uploads) {
            taken.add(upload.sentAt(sentAtMillis, -1));
        }
        uploads.clear();
        return taken;
    }

    long lostReadings() {
        return lostReadings;
    }
}
