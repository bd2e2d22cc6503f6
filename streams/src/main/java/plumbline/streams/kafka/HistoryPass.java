package plumbline.streams.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.streams.history.SentUpload;
import plumbline.streams.kafka.KafkaHistory.Question;
import plumbline.streams.topology.HistoryArchive.Archived;
import plumbline.streams.topology.HistoryArchive.TooLarge;

/** One pass over one partition's uploads, episodes and days, from the earliest time that is asked for to the end. */
final class HistoryPass {
    /** Of uploads kept, in memory; a device with which there are more is to ask again, unless it is the only one left. */
    static final long MOST_BYTES = 32L * 1024 * 1024;

    /** Of one device; four days of a reading a second take 14 MiB in uploads of ten, and 116 where each is one of its own. */
    static final long MOST_OF_ONE_BYTES = 128L * 1024 * 1024;

    /** What an upload takes in memory beside about as much as it has in Kafka. */
    private static final int EACH_BYTES = 300;

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MOST_EMPTY_POLLS = 30;

    private final UploadCodec codec = new UploadCodec();
    private final Consumer<String, byte[]> consumer;
    private final Consumer<String, byte[]> uncommitted;
    private final TopicPartition uploads;
    private final TopicPartition episodes;
    private final TopicPartition days;
    private final Map<String, Found> devices = new HashMap<>();
    private long bytes;
    private int putOff;

    /** What was found of one device. */
    private static final class Found {
        private final Question question;
        private final List<SentUpload> uploads = new ArrayList<>();
        private final Map<String, Episode> episodes = new LinkedHashMap<>();
        private final Map<String, DaySummary> days = new LinkedHashMap<>();
        private long bytes;

        Found(Question question) {
            this.question = question;
        }

        void answer() {
            question.answer()
                    .complete(new Archived(uploads, List.copyOf(episodes.values()), List.copyOf(days.values())));
        }
    }

    /**
     * Prepares to answer.
     *
     * @param consumer of what is committed
     * @param uncommitted tells where the topics end; what lies there may be committed a little later, and is waited for
     * @param questions of one partition, each from another device
     */
    HistoryPass(
            Consumer<String, byte[]> consumer,
            Consumer<String, byte[]> uncommitted,
            KafkaEndpoint kafka,
            List<Question> questions) {
        this.consumer = consumer;
        this.uncommitted = uncommitted;
        int partition = questions.get(0).partition();
        uploads = new TopicPartition(kafka.topic(KafkaTopic.UPLOADS), partition);
        episodes = new TopicPartition(kafka.topic(KafkaTopic.EPISODES), partition);
        days = new TopicPartition(kafka.topic(KafkaTopic.DAYS), partition);
        questions.forEach(question -> devices.put(question.device().value(), new Found(question)));
    }

    /** Reads, and answers each question; gives the number of records looked at. */
    long read() {
        Map<TopicPartition, Long> ends = seek();
        long looked = 0;
        int empty = 0;
        while (!devices.isEmpty()
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            int count = 0;
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                take(record);
                count++;
            }
            looked += count;
            empty = count > 0 ? 0 : empty + 1;
            if (empty > MOST_EMPTY_POLLS) {
                throw new TimeoutException("nothing came of " + uploads + " for half a minute");
            }
        }
        devices.values().forEach(Found::answer);
        return looked;
    }

    /** How many devices have to ask again, since all of them together asked for too much. */
    int putOff() {
        return putOff;
    }

    private Map<TopicPartition, Long> seek() {
        List<TopicPartition> all = List.of(uploads, episodes, days);
        long since = devices.values().stream()
                .mapToLong(found -> found.question.sinceMillis())
                .min()
                .orElseThrow();
        consumer.assign(all);
        Map<TopicPartition, Long> committed = consumer.endOffsets(all);
        Map<TopicPartition, Long> times = new HashMap<>();
        all.forEach(partition -> times.put(partition, Math.max(0, since)));
        Map<TopicPartition, OffsetAndTimestamp> begins = consumer.offsetsForTimes(times);
        for (TopicPartition partition : all) {
            OffsetAndTimestamp begin = begins.get(partition);
            consumer.seek(partition, begin == null ? Objects.requireNonNull(committed.get(partition)) : begin.offset());
        }
        return uncommitted.endOffsets(all);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        if (key == null) {
            return;
        }
        int slash = key.indexOf('/');
        Found found = devices.get(slash < 0 ? key : key.substring(0, slash));
        if (found == null) {
            return;
        }
        if (record.topic().equals(uploads.topic())) {
            takeUpload(record, found);
        } else if (record.topic().equals(episodes.topic())) {
            take(record, Episode.class, found.episodes);
        } else {
            take(record, DaySummary.class, found.days);
        }
    }

    private static <T> void take(ConsumerRecord<String, byte[]> record, Class<T> type, Map<String, T> published) {
        if (record.value() == null) {
            published.remove(record.key());
        } else if (EventJson.decode(record.value(), type) instanceof Decoded.Accepted<T> accepted) {
            published.put(record.key(), accepted.value());
        }
    }

    private void takeUpload(ConsumerRecord<String, byte[]> record, Found found) {
        if (record.value() == null || record.timestamp() < found.question.sinceMillis()) {
            return;
        }
        if (codec.decodeBinary(record.value()) instanceof Decoded.Accepted<Upload> accepted) {
            found.uploads.add(new SentUpload(accepted.value(), record.timestamp()));
        }
        int size = record.value().length + EACH_BYTES;
        found.bytes += size;
        bytes += size;
        if (devices.size() > 1 && bytes > MOST_BYTES) {
            putOff++;
            fail(found, new KafkaException("too much was asked for at once"));
        } else if (found.bytes > MOST_OF_ONE_BYTES) {
            fail(found, tooLarge(found));
        }
    }

    private static TooLarge tooLarge(Found found) {
        return new TooLarge(
                found.uploads.size() + " uploads since " + Instant.ofEpochMilli(found.question.sinceMillis())
                        + " and more, over " + MOST_OF_ONE_BYTES / 1_048_576 + " MiB in memory");
    }

    private void fail(Found found, RuntimeException cause) {
        bytes -= found.bytes;
        devices.remove(found.question.device().value());
        found.question.answer().completeExceptionally(cause);
    }
}
