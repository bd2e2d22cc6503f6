package plumbline.contract.mqtt;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes what the client reports on to a {@link MqttListener}, until the connection's owner ends it. */
final class PahoListener implements MqttCallback {
    private static final Logger LOG = LoggerFactory.getLogger(PahoListener.class);

    private final MqttListener listener;
    private final Runnable cut;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** {@code cut} ends the connection at once. */
    PahoListener(MqttListener listener, Runnable cut) {
        this.listener = listener;
        this.cut = cut;
    }

    /** From now on nothing is reported; false where that was so before. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (ended.get()) {
            return;
        }
        int packetId = message.getQos() == 0 ? 0 : message.getId();
        MqttProperties properties = message.getProperties();
        try {
            listener.arrived(new MqttArrival(packetId, topic, message.getPayload(), properties.getContentType()));
        } catch (RuntimeException e) {
            // The client would swallow it and go on without this message.
            LOG.error("a message could not be taken; the connection ends", e);
            cut.run();
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        if (end()) {
            listener.lost(PahoFault.describe(response));
        }
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.warn("MQTT protocol error: {}", PahoFault.describe(exception));
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Each publish has its own listener.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // Whoever opens the connection waits for it.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // Enhanced authentication is not offered.
    }
}
