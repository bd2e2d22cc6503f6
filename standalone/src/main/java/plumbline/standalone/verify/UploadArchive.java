package plumbline.standalone.verify;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Upload;
import plumbline.streams.history.SentUpload;

/** What one device sent in the last three days, as it would lie in Kafka: history reaches two days behind what is a day late. */
final class UploadArchive {
    static final long KEPT_MILLIS = Duration.ofDays(3).toMillis();

    private final UploadCodec codec = new UploadCodec();
    private final Queue<Kept> kept = new ArrayDeque<>();
    private long droppedMillis = Long.MIN_VALUE;

    /** As bytes an upload takes a third of the room. */
    private static final class Kept {
        private final byte[] payload;
        private final long arrivalMillis;

        private Kept(byte[] payload, long arrivalMillis) {
            this.payload = payload;
            this.arrivalMillis = arrivalMillis;
        }
    }

    void add(Upload upload, long arrivalMillis) {
        kept.add(new Kept(codec.encodeBinary(upload), arrivalMillis));
        while (kept.element().arrivalMillis < arrivalMillis - KEPT_MILLIS) {
            droppedMillis = kept.remove().arrivalMillis;
        }
    }

    /** What arrived since, in order; never less than all of it. */
    List<SentUpload> since(long arrivalMillis) {
        if (arrivalMillis <= droppedMillis) {
            throw new IllegalStateException(
                    "asked for uploads since " + arrivalMillis + ", kept after " + droppedMillis);
        }
        return kept.stream()
                .filter(one -> one.arrivalMillis >= arrivalMillis)
                .map(one -> new SentUpload(decode(one.payload), one.arrivalMillis))
                .toList();
    }

    private Upload decode(byte[] payload) {
        if (codec.decodeBinary(payload) instanceof Decoded.Accepted<Upload> accepted) {
            return accepted.value();
        }
        throw new IllegalStateException("an upload can't be read back");
    }
}
