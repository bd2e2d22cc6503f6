package plumbline.standalone.faults.process;

import java.nio.file.Path;

/** One way to run an MQTT broker. */
interface MqttProgram {
    /** Its name, for the report. */
    String name();

    /**
     * Starts it.
     *
     * @param durable whether it keeps what it has acknowledged in {@code folder}, and without limit; else its defaults
     */
    Child start(Workshop workshop, int port, Path folder, boolean durable);

    /** Sends a signal to the broker itself. */
    default void signal(Child child, Signal signal) {
        child.signal(signal);
    }

    /** The best that this machine has: Mosquitto, else the embedded broker. */
    static MqttProgram best() {
        if (Workshop.has("mosquitto")) {
            return new Mosquitto();
        }
        return new EmbeddedMqttProgram();
    }
}
