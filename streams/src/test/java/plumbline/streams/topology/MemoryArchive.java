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
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.KafkaTopic;
import plumbline.streams.history.SentUpload;

/** All that went through a pipeline in a test; answers once what the question brought about is there as well. */
final class MemoryArchive implements HistoryArchive {
    private final UploadCodec codec = new UploadCodec();
    private final Map<String, List<SentUpload>> uploads = new LinkedHashMap<>();
    private final Map<String, Episode> episodes = new LinkedHashMap<>();
    private final Map<String, DaySummary> days = new LinkedHashMap<>();
    private final List<Runnable> open = new ArrayList<>();

    /** How often something was read back. */
    int reads;

    /** Whether every history is more than can be held. */
    boolean isTooLarge;

    void arrived(@Nullable String device, byte @Nullable [] payload, Instant at) {
        if (device != null
                && payload != null
                && codec.decodeBinary(payload) instanceof Decoded.Accepted<Upload> upload) {
            uploads.computeIfAbsent(device, key -> new ArrayList<>())
                    .add(new SentUpload(upload.value(), at.toEpochMilli()));
        }
    }

    void published(KafkaTopic topic, List<TestRecord<String, byte[]>> records) {
        for (TestRecord<String, byte[]> record : records) {
            if (topic == KafkaTopic.EPISODES) {
                keep(record, Episode.class, episodes);
            } else if (topic == KafkaTopic.DAYS) {
                keep(record, DaySummary.class, days);
            }
        }
    }

    private static <T> void keep(TestRecord<String, byte[]> record, Class<T> type, Map<String, T> kept) {
        if (record.value() == null) {
            kept.remove(record.key());
        } else if (EventJson.decode(record.value(), type) instanceof Decoded.Accepted<T> event) {
            kept.put(record.key(), event.value());
        }
    }

    /** Answers all that was asked. */
    void answer() {
        List.copyOf(open).forEach(Runnable::run);
        open.clear();
    }

    @Override
    public CompletableFuture<Archived> read(int partition, DeviceId device, long sinceMillis) {
        reads++;
        CompletableFuture<Archived> answer = new CompletableFuture<>();
        open.add(() -> {
            if (isTooLarge) {
                answer.completeExceptionally(new TooLarge("a test"));
            } else {
                answer.complete(archived(device.value(), sinceMillis));
            }
        });
        return answer;
    }

    private Archived archived(String device, long sinceMillis) {
        return new Archived(
                uploads.getOrDefault(device, List.of()).stream()
                        .filter(upload -> upload.arrivalMillis() >= sinceMillis)
                        .toList(),
                of(device, episodes),
                of(device, days));
    }

    private static <T> List<T> of(String device, Map<String, T> kept) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(device + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What stands published of a device's days. */
    Map<String, DaySummary> days() {
        return Map.copyOf(days);
    }

    /** What stands published of a device's episodes. */
    Map<String, Episode> episodes() {
        return Map.copyOf(episodes);
    }
}
