package plumbline.contract.operator;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import plumbline.contract.mqtt.MqttEndpoint;

/** Where the MQTT broker is. */
public final class MqttOptions {
    @Option(
            names = "--mqtt",
            paramLabel = "tcp://HOST:PORT",
            defaultValue = "tcp://localhost:1883",
            converter = EndpointConverter.class,
            description = "The MQTT broker (default: ${DEFAULT-VALUE}).")
    private MqttEndpoint endpoint = MqttEndpoint.parse("tcp://localhost:1883");

    public MqttEndpoint endpoint() {
        return endpoint;
    }

    private static final class EndpointConverter implements ITypeConverter<MqttEndpoint> {
        @Override
        public MqttEndpoint convert(String text) {
            try {
                return MqttEndpoint.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
