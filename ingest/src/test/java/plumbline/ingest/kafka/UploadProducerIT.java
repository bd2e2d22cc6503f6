package plumbline.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.operator.ServiceException;

class UploadProducerIT {
    /** A name may become known later, as when containers start together; the caller tries again. */
    @Test
    void anUnknownHostIsAFaultOfTheSurroundings() {
        KafkaEndpoint nowhere = new KafkaEndpoint("kafka.invalid:9092", TopicPrefix.NONE);
        assertThatThrownBy(() ->
                        UploadProducer.connect(nowhere, "ingest", 1 << 20, new SimpleMeterRegistry(), () -> false))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("kafka.invalid:9092");
    }
}
