package plumbline.streams.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Episode;
import plumbline.streams.history.SentUpload;

/** All that went through a pipeline in a test; answers once what the question brought about is there as well. */
final class MemoryArchive implements HistoryArchive {
    private final UploadCodec codec = new UploadCodec();
    private final Map<String, List<SentUpload>> uploads = new LinkedHashMap<>();
    private final Map<String, Episode> episodes = new LinkedHashMap<>();
    private final List<Runnable> open = new ArrayList<>();

    /** How often something was read back. */
    int reads;

    void arrived(@Nullable String device, byte @Nullable [] payload, Instant at) {
        if (device != null
                && payload != null
                && codec.decodeBinary(payload) instanceof Decoded.Accepted<Upload> upload) {
            uploads.computeIfAbsent(device, key -> new ArrayList<>())
                    .add(new SentUpload(upload.value(), at.toEpochMilli()));
        }
    }

    void published(List<TestRecord<String, byte[]>> records) {
        for (TestRecord<String, byte[]> record : records) {
            if (record.value() == null) {
                episodes.remove(record.key());
            } else if (EventJson.decode(record.value(), Episode.class) instanceof Decoded.Accepted<Episode> episode) {
                episodes.put(record.key(), episode.value());
            }
        }
        List.copyOf(open).forEach(Runnable::run);
        open.clear();
    }

    @Override
    public CompletableFuture<Archived> read(int partition, DeviceId device, long sinceMillis) {
        reads++;
        CompletableFuture<Archived> answer = new CompletableFuture<>();
        open.add(() -> answer.complete(archived(device.value(), sinceMillis)));
        return answer;
    }

    private Archived archived(String device, long sinceMillis) {
        return new Archived(
                uploads.getOrDefault(device, List.of()).stream()
                        .filter(upload -> upload.arrivalMillis() >= sinceMillis)
                        .toList(),
                episodes.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(device + "/"))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** What stands published of a device's episodes. */
    Map<String, Episode> episodes() {
        return Map.copyOf(episodes);
    }
}
