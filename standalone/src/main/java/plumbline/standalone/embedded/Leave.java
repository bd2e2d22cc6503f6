package plumbline.standalone.embedded;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Discards the last will of a client that takes its leave, as MQTT asks (5.0, 3.14.4). Artemis queues a DISCONNECT
 * behind what the client sent before it and learns of the end of the connection past that queue, so that a busy broker
 * takes the client for vanished and sends its will.
 */
final class Leave implements MQTTInterceptor {
    private final ActiveMQServer server;

    Leave(ActiveMQServer server) {
        this.server = server;
    }

    /** Called by the thread that reads the connection, and so before it can see the end. */
    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
            discardWill((MQTTConnection) connection);
        }
        return true;
    }

    private void discardWill(MQTTConnection connection) {
        try {
            MQTTStateManager sessions = MQTTStateManager.getInstance(server);
            String clientId = connection.getClientID();
            // Another connection may have taken the session over, with a will of its own.
            if (clientId != null && sessions.isClientConnected(clientId, connection)) {
                sessions.getSessionState(clientId).setWill(false);
            }
        } catch (Exception e) {
            throw new IllegalStateException("no MQTT sessions", e);
        }
    }
}
