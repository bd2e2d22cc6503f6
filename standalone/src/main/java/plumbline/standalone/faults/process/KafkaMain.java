package plumbline.standalone.faults.process;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import plumbline.standalone.embedded.EmbeddedKafka;

/** The main class of a process that is nothing but a Kafka broker: {@code PORT ADVERTISED-PORT FOLDER}. */
final class KafkaMain {
    static final String STARTED = "kafka started";

    private KafkaMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.start(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
        System.out.println(STARTED);
        new CountDownLatch(1).await();
    }
}
