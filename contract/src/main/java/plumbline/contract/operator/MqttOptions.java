package plumbline.contract.operator;

import picocli.CommandLine.Option;
import plumbline.contract.mqtt.MqttEndpoint;

/** Where the MQTT broker is. */
public final class MqttOptions {
    @Option(
            names = "--mqtt",
            paramLabel = "tcp://HOST:PORT",
            defaultValue = "tcp://localhost:1883",
            description = "The MQTT broker (default: ${DEFAULT-VALUE}).")
    private String address = "";

    /** Throws IllegalArgumentException with a message for people where the address can't be one. */
    public MqttEndpoint endpoint() {
        return MqttEndpoint.parse(address);
    }
}
