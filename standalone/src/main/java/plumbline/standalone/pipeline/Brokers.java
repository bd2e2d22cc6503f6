package plumbline.standalone.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.standalone.embedded.EmbeddedMqtt;

/** Both embedded brokers. */
public final class Brokers implements AutoCloseable {
    private final EmbeddedMqtt mqtt;
    private final EmbeddedKafka kafka;

    private Brokers(EmbeddedMqtt mqtt, EmbeddedKafka kafka) {
        this.mqtt = mqtt;
        this.kafka = kafka;
    }

    /** Starts both at the same time; a port of 0 takes a free one. */
    public static Brokers start(int mqttPort, int kafkaPort) {
        CompletableFuture<EmbeddedMqtt> mqtt = CompletableFuture.supplyAsync(() -> EmbeddedMqtt.start(mqttPort));
        try {
            EmbeddedKafka kafka = EmbeddedKafka.start(kafkaPort);
            try {
                return new Brokers(mqtt.join(), kafka);
            } catch (CompletionException e) {
                kafka.close();
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        } catch (RuntimeException e) {
            closeOnceStarted(mqtt);
            throw e;
        }
    }

    private static void closeOnceStarted(CompletableFuture<EmbeddedMqtt> mqtt) {
        try {
            mqtt.join().close();
        } catch (CompletionException e) {
            // it did not start either, and the other broker's failure tells why
        }
    }

    public MqttEndpoint mqtt() {
        return mqtt.endpoint();
    }

    public KafkaEndpoint kafka() {
        return new KafkaEndpoint(kafka.bootstrap(), TopicPrefix.NONE);
    }

    @Override
    public void close() {
        Together.run(List.of(mqtt::close, kafka::close));
    }
}
