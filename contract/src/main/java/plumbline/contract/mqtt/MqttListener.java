package plumbline.contract.mqtt;

/** What a connection tells its owner. Called by the client's own threads: take note and return, never block. */
public interface MqttListener {
    /** A message came. A listener that throws ends the connection, so that the broker delivers it again. */
    void arrived(MqttArrival arrival);

    /** The connection has ended otherwise than by {@link MqttConnection#close()}. Called at most once. */
    void lost(String cause);
}
