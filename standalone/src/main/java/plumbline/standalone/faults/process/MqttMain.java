package plumbline.standalone.faults.process;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import plumbline.standalone.embedded.EmbeddedMqtt;

/** The main class of a process that is nothing but the embedded MQTT broker: {@code PORT [FOLDER]}. */
final class MqttMain {
    private MqttMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        EmbeddedMqtt mqtt =
                arguments.length > 1 ? EmbeddedMqtt.start(port, Path.of(arguments[1])) : EmbeddedMqtt.start(port);
        Runtime.getRuntime().addShutdownHook(new Thread(mqtt::close, "stop"));
        new CountDownLatch(1).await();
    }
}
