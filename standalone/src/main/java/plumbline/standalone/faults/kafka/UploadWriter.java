package plumbline.standalone.faults.kafka;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.operator.ServiceException;
import plumbline.standalone.faults.posture.Delivery;

/** Writes uploads straight into Kafka, as ingest would, with the time of their arrival. */
public final class UploadWriter implements AutoCloseable {
    private final UploadCodec codec = new UploadCodec();
    private final AtomicLong failed = new AtomicLong();
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;

    public UploadWriter(KafkaEndpoint kafka) {
        topic = kafka.topic(KafkaTopic.UPLOADS);
        Map<String, Object> settings = kafka.clientSettings("faults-uploads");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Hands one over; it is written in the order of handing over. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
    public void write(Delivery delivery) {
        producer.send(
                new ProducerRecord<>(
                        topic,
                        null,
                        delivery.arrivalMillis(),
                        delivery.device().value(),
                        codec.encodeBinary(delivery.upload())),
                (metadata, exception) -> {
                    if (exception != null) {
                        failed.incrementAndGet();
                    }
                });
    }

    /**
     * Returns once all are in Kafka.
     *
     * @throws ServiceException where one is not
     */
    public void flush() {
        producer.flush();
        if (failed.get() > 0) {
            throw new ServiceException(failed.get() + " uploads could not be written to Kafka");
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
