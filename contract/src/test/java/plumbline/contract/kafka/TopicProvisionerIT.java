package plumbline.contract.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.operator.ServiceException;

class TopicProvisionerIT {
    /** A name may become known later, as when containers start together; so it must not look like a fault of ours. */
    @Test
    void anUnknownHostIsToldInOneSentence() {
        KafkaEndpoint nowhere = new KafkaEndpoint("kafka.invalid:9092", TopicPrefix.NONE);
        assertThatThrownBy(() -> new TopicProvisioner(nowhere).provision())
                .isInstanceOf(ServiceException.class)
                .hasMessageStartingWith("can't prepare the topics on Kafka at kafka.invalid:9092: ")
                .hasMessageContaining("resolvable");
    }
}
