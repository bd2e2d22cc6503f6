package plumbline.standalone.faults.process;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import plumbline.standalone.embedded.EmbeddedKafka;

/** The main class of a process that is nothing but a Kafka broker: {@code PORT ADVERTISED-PORT FOLDER [FOLDER ...]}. */
final class KafkaMain {
    static final String STARTED = "kafka started";

    private KafkaMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<Path> folders = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        EmbeddedKafka kafka = EmbeddedKafka.start(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                folders.get(0),
                folders.subList(1, folders.size()));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
        System.out.println(STARTED);
        new CountDownLatch(1).await();
    }
}
