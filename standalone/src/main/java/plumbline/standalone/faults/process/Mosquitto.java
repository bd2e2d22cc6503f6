package plumbline.standalone.faults.process;

import java.nio.file.Path;
import java.util.List;

/** The Mosquitto of this machine. */
final class Mosquitto implements MqttProgram {
    @Override
    public String name() {
        return "Mosquitto";
    }

    @Override
    public Child start(Workshop workshop, int port, Path folder, boolean durable) {
        String listener = port + " 127.0.0.1";
        Path file = durable
                ? MosquittoSettings.durable(folder, listener, folder.toString())
                : MosquittoSettings.defaults(folder, listener);
        return workshop.start("mosquitto-" + port, List.of("mosquitto", "-c", file.toString()));
    }
}
