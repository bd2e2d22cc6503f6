package plumbline.standalone;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopic;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Reminder;
import plumbline.contract.mqtt.MqttEndpoint;

/** Stands for the pipeline at a broker: hears what devices say, and can say something to them. */
final class Overheard implements AutoCloseable {
    /** An upload and whose it is. */
    record Heard(DeviceId device, Upload upload, boolean typed) {}

    private static final long SESSION_EXPIRY_SECONDS = 3_600;

    private final UploadCodec codec = new UploadCodec();
    private final Queue<Mqtt5Publish> messages = new ConcurrentLinkedQueue<>();
    private final Mqtt5AsyncClient client;

    Overheard(MqttEndpoint broker) {
        client = MqttClient.builder()
                .useMqttVersion5()
                .identifier("pipeline")
                .serverHost(broker.host())
                .serverPort(broker.port())
                .automaticReconnectWithDefaultConfig()
                .buildAsync();
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(SESSION_EXPIRY_SECONDS)
                .send()
                .join();
        client.subscribeWith()
                .topicFilter("posture/v1/+/up/#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(messages::add)
                .send()
                .join();
    }

    List<Heard> uploads() {
        return of(DeviceTopicKind.READINGS).stream().map(this::heard).toList();
    }

    private Heard heard(Mqtt5Publish publish) {
        DeviceId device =
                DeviceTopic.parse(publish.getTopic().toString()).orElseThrow().device();
        String type = publish.getContentType().map(Object::toString).orElse(null);
        Decoded<Upload> decoded = codec.decode(device, publish.getPayloadAsBytes(), type);
        return new Heard(device, ((Decoded.Accepted<Upload>) decoded).value(), type != null);
    }

    List<Mqtt5Publish> of(DeviceTopicKind kind) {
        return messages.stream()
                .filter(publish -> publish.getTopic().toString().endsWith(kind.suffix()))
                .toList();
    }

    void remind(Reminder reminder) {
        client.publishWith()
                .topic(DeviceTopicKind.REMINDERS.of(reminder.device()).name())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(EventJson.encode(reminder))
                .send()
                .join();
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
