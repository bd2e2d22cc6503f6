package plumbline.streams.device;

import java.util.List;
import plumbline.contract.device.Answer;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;
import plumbline.streams.history.SentUpload;

/** What can arrive for a device. */
public sealed interface DeviceInput {
    record UploadArrived(Upload upload) implements DeviceInput {}

    record AnswerArrived(Answer answer) implements DeviceInput {}

    /** A new profile; {@link Profile#DEFAULT} where it was removed. */
    record ProfileChanged(Profile profile) implements DeviceInput {}

    /** Nothing arrived, and it was time to look: see {@link DeviceState#wakesAt}. */
    record TimePassed() implements DeviceInput {}

    /**
     * What the device has sent was read back.
     *
     * @param sinceMillis arrival time from which on it was read
     * @param uploads in order of arrival
     * @param episodes each once, as it was published last; none that was retracted
     * @param days likewise
     */
    record HistoryRead(long sinceMillis, List<SentUpload> uploads, List<Episode> episodes, List<DaySummary> days)
            implements DeviceInput {
        public HistoryRead {
            uploads = List.copyOf(uploads);
            episodes = List.copyOf(episodes);
            days = List.copyOf(days);
        }
    }

    /** What the device has sent is more than can be read back at once, and would be again. */
    record HistoryTooLarge() implements DeviceInput {}

    /** Something that can't be read, with the reason. */
    record Unreadable(RejectReason reason, String detail) implements DeviceInput {}
}
