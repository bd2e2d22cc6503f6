package plumbline.contract.mqtt;

import java.util.Locale;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;

/** The client's faults in one line each. */
final class PahoFault {
    private PahoFault() {}

    static String describe(MqttException e) {
        Throwable cause = e.getCause();
        if (cause == null) {
            return e.getMessage() + " (" + hex(e.getReasonCode()) + ")";
        }
        String detail = cause.getMessage();
        return cause.getClass().getSimpleName() + (detail == null ? "" : ": " + detail);
    }

    static String describe(MqttDisconnectResponse response) {
        MqttException exception = response.getException();
        if (exception != null) {
            return describe(exception);
        }
        String reason = response.getReasonString();
        return "the broker disconnects (" + hex(response.getReturnCode()) + ")" + (reason == null ? "" : ": " + reason);
    }

    /** A reason code as the MQTT standard writes it. */
    static String hex(int reasonCode) {
        return String.format(Locale.ROOT, "0x%02X", reasonCode);
    }
}
