package plumbline.simulator.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.device.Upload;

/**
 * The uploads that a device keeps, sent or not, until a watermark covers them. What was sent and is not covered in time is
 * due again, after a wait that doubles each time. When it is full the oldest upload gives way, so one that was sent
 * already first. Device time, in milliseconds.
 */
public final class FlashStore {
    /** A day and an hour of uploads of a minute each. */
    public static final int MAX_UPLOADS = 1_500;

    /** So that a device that has much to send again still sends what is new. */
    static final int MOST_AGAIN_AT_ONCE = 32;

    static final long LONGEST_WAIT_MILLIS = Duration.ofHours(1).toMillis();

    private static final long NEVER = Long.MAX_VALUE;

    private final long patienceMillis;
    private final Deque<Upload> unsent = new ArrayDeque<>();
    private final Deque<Sent> sent = new ArrayDeque<>();
    private long nextDueMillis = NEVER;
    private long lostReadings;

    /** @param patience how long to wait for a watermark before sending again for the first time */
    public FlashStore(Duration patience) {
        this.patienceMillis = patience.toMillis();
    }

    /** An upload under way, or stored for all the device knows. */
    private static final class Sent {
        private final Upload upload;
        private long waitMillis;
        private long dueMillis;

        Sent(Upload upload, long waitMillis, long nowMillis) {
            this.upload = upload;
            this.waitMillis = waitMillis;
            this.dueMillis = nowMillis + waitMillis;
        }

        void again(long nowMillis) {
            waitMillis = Math.min(LONGEST_WAIT_MILLIS, 2 * waitMillis);
            dueMillis = nowMillis + waitMillis;
        }
    }

    /** Keeps an upload, which is to be sent. */
    public void add(Upload upload) {
        if (size() == MAX_UPLOADS && sent.pollFirst() == null) {
            lostReadings += unsent.remove().size();
        }
        unsent.add(upload);
    }

    /** Everything that was never sent, oldest first, as sent now. */
    public List<Upload> takeUnsent(long nowMillis) {
        List<Upload> taken = new ArrayList<>(unsent.size());
        while (!unsent.isEmpty()) {
            taken.add(stamped(unsent.element(), nowMillis));
            sent.add(new Sent(unsent.remove(), patienceMillis, nowMillis));
        }
        if (!taken.isEmpty()) {
            nextDueMillis = Math.min(nextDueMillis, nowMillis + patienceMillis);
        }
        return taken;
    }

    /** What has waited too long for a watermark, oldest first and not more than a few, as sent now. */
    public List<Upload> takeOverdue(long nowMillis) {
        List<Upload> taken = new ArrayList<>();
        if (nowMillis < nextDueMillis) {
            return taken;
        }
        nextDueMillis = NEVER;
        for (Sent each : sent) {
            if (each.dueMillis <= nowMillis && taken.size() < MOST_AGAIN_AT_ONCE) {
                taken.add(stamped(each.upload, nowMillis));
                each.again(nowMillis);
            }
            nextDueMillis = Math.min(nextDueMillis, each.dueMillis);
        }
        return taken;
    }

    private Upload stamped(Upload upload, long nowMillis) {
        return upload.sentAt(nowMillis, oldestOf(upload.boot()));
    }

    /** Uploads are kept in the order of their numbers, and what was sent is older than what was not. */
    private long oldestOf(long boot) {
        return Stream.concat(sent.stream().map(each -> each.upload), unsent.stream())
                .filter(upload -> upload.boot() == boot)
                .findFirst()
                .orElseThrow()
                .seq();
    }

    /** Frees what is stored. */
    public void covered(StoredWatermark watermark) {
        Iterator<Sent> each = sent.iterator();
        while (each.hasNext()) {
            Upload upload = each.next().upload;
            if (watermark.covers(upload.boot(), upload.seq() + upload.identities() - 1)) {
                each.remove();
            }
        }
    }

    /** How many uploads it holds. */
    public int size() {
        return sent.size() + unsent.size();
    }

    /** How many readings gave way without ever having been sent. */
    public long lostReadings() {
        return lostReadings;
    }
}
