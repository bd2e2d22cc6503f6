package plumbline.standalone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.event.Reminder;
import plumbline.contract.mqtt.MqttEndpoint;

/** A device that listens for its reminders and keeps its session for a day. */
final class DeviceSubscriber implements MqttCallback, AutoCloseable {
    private static final long WITHIN_MILLIS = 60_000;
    private static final long DAY_SECONDS = 86_400;

    final List<MqttMessage> messages = new CopyOnWriteArrayList<>();
    private final MqttAsyncClient client;

    DeviceSubscriber(MqttEndpoint endpoint, DeviceId device) throws MqttException {
        client = new MqttAsyncClient(endpoint.address(), device.value(), new MemoryPersistence());
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(DAY_SECONDS);
        client.connect(options).waitForCompletion(WITHIN_MILLIS);
        client.subscribe(DeviceTopicKind.REMINDERS.of(device).name(), 1).waitForCompletion(WITHIN_MILLIS);
    }

    List<String> reminders() {
        return messages.stream().map(message -> reminder(message).id()).toList();
    }

    static Reminder reminder(MqttMessage message) {
        return ((Decoded.Accepted<Reminder>) EventJson.decode(message.getPayload(), Reminder.class)).value();
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect(0).waitForCompletion(WITHIN_MILLIS);
        }
        client.close(true);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        messages.add(message);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String address) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
