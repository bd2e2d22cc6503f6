package plumbline.streams.topology;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.streams.history.SentUpload;

/** Where what a device has sent, and what was published of it, is read back from. */
public interface HistoryArchive {
    /**
     * Begins to read, and does not wait.
     *
     * @param partition that of the device in every topic
     * @param sinceMillis arrival time
     * @return all that lay there when it was called; fails with {@link TooLarge} where that can't be held, and otherwise where
     *     it can't be read now
     */
    CompletableFuture<Archived> read(int partition, DeviceId device, long sinceMillis);

    /** The device has sent more than a history may hold, and to ask again is of no use. */
    final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooLarge(String message) {
            super(message);
        }
    }

    /**
     * What was read; what can't be read as such is left out.
     *
     * @param uploads in order of arrival
     * @param episodes the last one published under each id; none that was retracted
     * @param days the last revision of each
     */
    record Archived(List<SentUpload> uploads, List<Episode> episodes, List<DaySummary> days) {
        public Archived {
            uploads = List.copyOf(uploads);
            episodes = List.copyOf(episodes);
            days = List.copyOf(days);
        }
    }
}
