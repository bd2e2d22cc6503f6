package plumbline.standalone.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.ReminderEventCodec;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Episode;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Reminder;

/** Follows the pipeline's topics from now on and tells a listener; reads only what was committed. */
public final class PipelineWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<KafkaTopic, Consumer<ConsumerRecord<String, byte[]>>> readers = new EnumMap<>(KafkaTopic.class);
    private final Map<String, KafkaTopic> topics;
    private final UploadCodec uploads = new UploadCodec();
    private final PipelineListener listener;
    private final Thread thread;

    private PipelineWatch(KafkaEndpoint kafka, int partitions, PipelineListener listener) {
        this.listener = listener;
        readers.put(KafkaTopic.UPLOADS, this::upload);
        readers.put(KafkaTopic.ANSWERS, this::answer);
        readers.put(KafkaTopic.EPISODES, record -> event(record, Episode.class, listener::changed));
        readers.put(KafkaTopic.REMINDERS, this::reminder);
        readers.put(KafkaTopic.DELIVERIES, record -> event(record, Delivery.class, listener::delivered));
        readers.put(KafkaTopic.DEAD_LETTERS, this::deadLetter);
        topics = readers.keySet().stream().collect(Collectors.toMap(kafka::topic, topic -> topic));
        consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions(partitions));
        consumer.seekToEnd(List.of());
        consumer.assignment().forEach(consumer::position); // "the end" is where it is now, not at the first poll
        thread = new Thread(this::follow, "watch");
    }

    /**
     * Begins to follow.
     *
     * @param partitions how many each topic has
     */
    public static PipelineWatch start(KafkaEndpoint kafka, int partitions, PipelineListener listener) {
        PipelineWatch watch = new PipelineWatch(kafka, partitions, listener);
        watch.thread.start();
        return watch;
    }

    private static Map<String, Object> settings(KafkaEndpoint kafka) {
        Map<String, Object> settings = kafka.clientSettings("plumbline-watch");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    private List<TopicPartition> partitions(int count) {
        return topics.keySet().stream()
                .flatMap(topic -> IntStream.range(0, count).mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
    }

    private void follow() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(this::tell);
            }
        } catch (WakeupException e) {
            // close() was called
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        KafkaTopic topic = topics.get(record.topic());
        Consumer<ConsumerRecord<String, byte[]>> reader = topic == null ? null : readers.get(topic);
        if (reader != null) {
            reader.accept(record);
        }
    }

    private void upload(ConsumerRecord<String, byte[]> record) {
        ifAccepted(
                uploads.decodeBinary(record.value()),
                upload -> DeviceId.parse(record.key()).ifPresent(device -> listener.stored(device, upload)));
    }

    private void answer(ConsumerRecord<String, byte[]> record) {
        ifAccepted(
                AnswerCodec.decode(record.value()),
                answer -> DeviceId.parse(record.key()).ifPresent(device -> listener.answered(device, answer)));
    }

    private void reminder(ConsumerRecord<String, byte[]> record) {
        ifAccepted(ReminderEventCodec.decode(record.value()), event -> {
            if (event instanceof Reminder reminder) {
                listener.raised(reminder);
            }
        });
    }

    private <T> void event(ConsumerRecord<String, byte[]> record, Class<T> type, Consumer<T> heard) {
        if (record.value() != null) {
            ifAccepted(EventJson.decode(record.value(), type), heard);
        }
    }

    private static <T> void ifAccepted(Decoded<T> decoded, Consumer<T> heard) {
        if (decoded instanceof Decoded.Accepted<T> accepted) {
            heard.accept(accepted.value());
        }
    }

    private void deadLetter(ConsumerRecord<String, byte[]> record) {
        String sender = record.key() == null ? header(record, "source-topic") : record.key();
        listener.rejected(sender, header(record, "reason") + ": " + header(record, "detail"));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
