package plumbline.standalone.faults.stage;

import plumbline.contract.mqtt.MqttArrival;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.contract.mqtt.MqttConnection;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.mqtt.MqttListener;
import plumbline.contract.mqtt.MqttUnavailableException;
import plumbline.contract.operator.ServiceException;

/** Makes the broker forget a session, by beginning it anew in its owner's name. */
public final class SessionThief {
    private SessionThief() {}

    /** Ends the owner's connection and its session; returns once the name is free again. */
    public static void steal(MqttEndpoint broker, String clientId) {
        try {
            MqttConnection.open(broker, MqttClientSettings.passing(clientId), new Deaf())
                    .close();
        } catch (MqttUnavailableException e) {
            throw new ServiceException("the session can't be taken: " + e.getMessage(), e);
        }
    }

    private static final class Deaf implements MqttListener {
        @Override
        public void arrived(MqttArrival arrival) {}

        @Override
        public void lost(String cause) {}
    }
}
