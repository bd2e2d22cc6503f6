package plumbline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EmbeddedBrokersIT {
    @Test
    void bothStartAtTheSameTimeAndWorkSideBySide() throws Exception {
        CompletableFuture<EmbeddedKafka> startingKafka = CompletableFuture.supplyAsync(() -> EmbeddedKafka.start(0));
        CompletableFuture<EmbeddedMqtt> startingMqtt = CompletableFuture.supplyAsync(() -> EmbeddedMqtt.start(0));
        try (EmbeddedKafka kafka = startingKafka.get();
                EmbeddedMqtt mqtt = startingMqtt.get();
                MqttProbe client = MqttProbe.passing(mqtt, "client")) {
            KafkaProbe probe = new KafkaProbe(kafka);
            probe.createTopic("both");
            probe.send("both", "kafka");
            client.subscribe("both");
            client.publish("both", new byte[1]);
            await().until(() -> client.count() == 1);
            assertThat(probe.committed("both", 1)).containsExactly("kafka");
        }
    }
}
