package plumbline.simulator.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Upload;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.operator.ServiceException;
import plumbline.simulator.load.LoadLedger;

/** Reads uploads and dead letters from Kafka, from its start on, into a ledger. Goes on when Kafka comes back. */
public final class StoredProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoredProbe.class);
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final UploadCodec codec = new UploadCodec();
    private final String uploads;
    private final LoadLedger ledger;
    private final Clock clock;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread reader = new Thread(this::read, "stored-probe");
    private volatile boolean stopping;

    private StoredProbe(KafkaEndpoint kafka, LoadLedger ledger, Clock clock) {
        this.uploads = kafka.topic(KafkaTopic.UPLOADS);
        this.ledger = ledger;
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(settings(kafka));
        reader.setDaemon(true);
    }

    /**
     * Begins to read at what is stored from now on.
     *
     * @param clock the one that uploads are sent by
     * @throws ServiceException where Kafka or the topics are not there
     */
    public static StoredProbe start(KafkaEndpoint kafka, LoadLedger ledger, Clock clock) {
        StoredProbe probe = new StoredProbe(kafka, ledger, clock);
        try {
            probe.begin(List.of(probe.uploads, kafka.topic(KafkaTopic.DEAD_LETTERS)));
            return probe;
        } catch (KafkaException e) {
            probe.consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw new ServiceException(
                    "can't read the uploads from Kafka at " + kafka.bootstrap() + ": " + e.getMessage(), e);
        }
    }

    private void begin(List<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic, FOUND_WITHIN)
                    .forEach(found -> partitions.add(new TopicPartition(topic, found.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(partition -> consumer.position(partition, FOUND_WITHIN));
        reader.start();
    }

    private static Map<String, Object> settings(KafkaEndpoint kafka) {
        Map<String, Object> settings = kafka.clientSettings("plumbline-probe");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return settings;
    }

    private void read() {
        while (!stopping) {
            try {
                consumer.poll(POLL).forEach(this::note);
            } catch (KafkaException e) {
                LOG.debug("reading again: {}", e.getMessage());
            }
        }
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private void note(ConsumerRecord<String, byte[]> read) {
        if (!read.topic().equals(uploads)) {
            ledger.seenRejected(read.key(), read.value());
        } else if (codec.decodeBinary(read.value()) instanceof Decoded.Accepted<Upload> upload) {
            ledger.seen(
                    read.key(),
                    upload.value().seq(),
                    clock.millis() - upload.value().sentAtMillis());
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            reader.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
