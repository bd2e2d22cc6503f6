package plumbline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.operator.ServiceException;

class EmbeddedMqttIT {
    @TempDir
    private Path folder;

    @Test
    void sessionsAndTheirMessagesOutliveABrokerWithAFolder() throws Exception {
        List<String> texts = List.of("one", "two", "three");
        EmbeddedMqtt first = EmbeddedMqtt.start(0, folder);
        try (first) {
            try (MqttProbe ingest = MqttProbe.returning(first, "ingest")) {
                ingest.subscribe("up/+");
            }
            try (MqttProbe wearable = MqttProbe.passing(first, "wearable")) {
                wearable.publishAll("up/dev-1", texts);
            }
        }
        try (EmbeddedMqtt second = EmbeddedMqtt.start(first.endpoint().port(), folder);
                MqttProbe ingest = MqttProbe.returning(second, "ingest")) {
            assertThat(ingest.foundSession()).isTrue();
            await().untilAsserted(() -> assertThat(ingest.texts()).isEqualTo(texts));
        }
    }

    @Test
    void whatFindsNoRoomIsRefusedAndNothingAcknowledgedIsDropped() throws Exception {
        try (EmbeddedMqtt broker = EmbeddedMqtt.start(0)) {
            try (MqttProbe away = MqttProbe.returning(broker, "ingest")) {
                away.subscribe("up/+");
            }
            int acknowledged = fill(broker);
            assertThat(acknowledged).isGreaterThan(1_000);
            try (MqttProbe back = MqttProbe.returning(broker, "ingest");
                    MqttProbe wearable = MqttProbe.passing(broker, "wearable")) {
                await().until(() -> back.count() == acknowledged);
                wearable.publish("up/dev-1", new byte[1]);
                await().untilAsserted(() -> assertThat(back.count()).isEqualTo(acknowledged + 1));
            }
        }
    }

    private static int fill(EmbeddedMqtt broker) throws MqttException {
        AtomicInteger acknowledged = new AtomicInteger();
        try (MqttProbe wearable = MqttProbe.passing(broker, "wearable")) {
            assertThatThrownBy(() -> {
                        while (acknowledged.get() < 20_000) {
                            wearable.publish("up/dev-1", new byte[7_000]);
                            acknowledged.incrementAndGet();
                        }
                    })
                    .isInstanceOf(MqttException.class)
                    .hasMessageContaining(String.valueOf(MqttReturnCode.RETURN_CODE_IMPLEMENTATION_SPECIFIC_ERROR));
        }
        return acknowledged.get();
    }

    @Test
    void aTakenPortIsNamed() {
        try (EmbeddedMqtt broker = EmbeddedMqtt.start(0)) {
            int port = broker.endpoint().port();
            assertThatThrownBy(() -> EmbeddedMqtt.start(port))
                    .isInstanceOf(ServiceException.class)
                    .hasMessageContaining("port " + port + " for MQTT can't be taken");
        }
    }
}
