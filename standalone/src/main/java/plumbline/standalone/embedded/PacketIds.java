package plumbline.standalone.embedded;

import io.netty.handler.codec.mqtt.MqttQoS;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerSessionPlugin;

/**
 * Frees a session's packet ids when its device or service comes back. Artemis sends what was not acknowledged again
 * under new ids and keeps the old ones taken: after 65,535 of them, which is 131 reconnects with 500 waiting, the
 * session would receive nothing more. A subscription at QoS 2 goes on with its old ids, so those stay.
 */
final class PacketIds implements ActiveMQServerSessionPlugin {
    private final ActiveMQServer server;

    PacketIds(ActiveMQServer server) {
        this.server = server;
    }

    /** Called before anything is delivered on the new connection. */
    @Override
    public void afterCreateSession(ServerSession connected) {
        MQTTSessionState session = session(connected.getRemotingConnection().getClientID());
        boolean mayContinueOldIds = session.getSubscriptions().stream()
                .anyMatch(subscription -> subscription.qualityOfService() == MqttQoS.EXACTLY_ONCE);
        if (!mayContinueOldIds) {
            session.getOutboundStore().clear();
        }
    }

    private MQTTSessionState session(String clientId) {
        try {
            return MQTTStateManager.getInstance(server).getSessionState(clientId);
        } catch (Exception e) {
            throw new IllegalStateException("no MQTT session of " + clientId, e);
        }
    }
}
