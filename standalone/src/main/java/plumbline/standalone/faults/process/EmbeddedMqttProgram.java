package plumbline.standalone.faults.process;

import java.nio.file.Path;
import java.util.List;

/** The broker of the demo, in a process of its own; its defaults keep everything in memory. */
final class EmbeddedMqttProgram implements MqttProgram {
    private static final int HEAP_MEGABYTES = 512;

    @Override
    public String name() {
        return "embedded Artemis";
    }

    @Override
    public Child start(Workshop workshop, int port, Path folder, boolean durable) {
        List<String> arguments =
                durable ? List.of(String.valueOf(port), folder.toString()) : List.of(String.valueOf(port));
        return workshop.java("artemis-" + port, HEAP_MEGABYTES, MqttMain.class.getName(), arguments);
    }
}
