package plumbline.contract.mqtt;

/** The broker is out of reach, refuses, or does not answer in time; trying again later may help. */
public final class MqttUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public MqttUnavailableException(String message) {
        super(message);
    }

    public MqttUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
