package plumbline.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.MountableFile;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.mqtt.MqttEndpoint;

/** Mosquitto with the settings that it ships with here, and Kafka, as in the field. */
final class Containers implements AutoCloseable {
    static final String NO_ENGINE = "no Docker engine that containers could be started on";

    private static final int MQTT_PORT = 1883;
    private static final int ANSWERS_WITHIN_SECONDS = 5;
    private static final Path SETTINGS = Path.of("..", "docker", "mosquitto.conf");

    /** One and the same on this machine, for a port that Docker chooses is another after a restart. */
    private final int port = freePort();

    private final GenericContainer<?> mosquitto = new GenericContainer<>("eclipse-mosquitto:2")
            .withCopyFileToContainer(MountableFile.forHostPath(SETTINGS), "/mosquitto/config/mosquitto.conf")
            .withExposedPorts(MQTT_PORT)
            .waitingFor(Wait.forListeningPort());
    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1");

    private Containers() throws IOException {
        mosquitto.setPortBindings(List.of(port + ":" + MQTT_PORT));
    }

    /** Starts both at the same time. */
    static Containers start() throws IOException {
        Containers containers = new Containers();
        try {
            CompletableFuture<Void> kafka = CompletableFuture.runAsync(containers.kafka::start);
            containers.mosquitto.start();
            kafka.join();
            return containers;
        } catch (RuntimeException e) {
            containers.close();
            throw e;
        }
    }

    /** Whether there is an engine to start them on; says so on standard output where there is none. */
    static boolean canStart() {
        // Testcontainers takes its time to find no engine, and says so at length: it is asked only where one answers.
        boolean can = anEngineAnswers() && DockerClientFactory.instance().isDockerAvailable();
        if (!can) {
            System.out.println("skipped: " + NO_ENGINE);
        }
        return can;
    }

    private static boolean anEngineAnswers() {
        try {
            Process version = new ProcessBuilder("docker", "version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = version.waitFor(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
            version.destroyForcibly();
            return ended && version.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    MqttEndpoint mqtt() {
        return new MqttEndpoint(mosquitto.getHost(), port);
    }

    KafkaEndpoint kafka(TopicPrefix prefix) {
        return new KafkaEndpoint(kafka.getBootstrapServers().replaceFirst("^.*://", ""), prefix);
    }

    /** Ends Mosquitto as an operator would, and starts it again with what it had written. */
    void restartMosquitto() {
        DockerClientFactory.lazyClient()
                .stopContainerCmd(mosquitto.getContainerId())
                .exec();
        DockerClientFactory.lazyClient()
                .startContainerCmd(mosquitto.getContainerId())
                .exec();
    }

    @Override
    public void close() {
        mosquitto.stop();
        kafka.stop();
    }
}
