package plumbline.contract.mqtt;

import java.net.URI;

/** Where an MQTT broker listens. */
public record MqttEndpoint(String host, int port) {
    private static final int DEFAULT_PORT = 1883;

    /** Reads {@code tcp://HOST[:PORT]}; throws IllegalArgumentException with a message for people. */
    public static MqttEndpoint parse(String address) {
        URI uri = URI.create(address);
        if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("'" + address + "' is no MQTT address; write tcp://HOST:PORT");
        }
        return new MqttEndpoint(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
    }

    /** As {@code tcp://HOST:PORT}. */
    public String address() {
        return "tcp://" + host + ":" + port;
    }
}
