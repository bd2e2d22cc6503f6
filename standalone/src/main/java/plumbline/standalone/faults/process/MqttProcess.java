package plumbline.standalone.faults.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import plumbline.contract.mqtt.MqttEndpoint;

/** An MQTT broker in a process of its own, which can be killed and started again. */
public final class MqttProcess implements AutoCloseable {
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final MqttProgram program = MqttProgram.best();
    private final Workshop workshop;
    private final Path folder;
    private final boolean durable;
    private final int port = Workshop.freePort();
    private Child child;

    private MqttProcess(Workshop workshop, String name, boolean durable) {
        this.workshop = workshop;
        this.folder = workshop.folder(name);
        this.durable = durable;
        this.child = program.start(workshop, port, folder, durable);
        awaitListening();
    }

    /** One that keeps what it has acknowledged, with the settings that the pipeline asks for. */
    public static MqttProcess durable(Workshop workshop, String name) {
        return new MqttProcess(workshop, name, true);
    }

    /** One as it comes, which forgets everything when it is killed. */
    public static MqttProcess byDefault(Workshop workshop, String name) {
        return new MqttProcess(workshop, name, false);
    }

    private void awaitListening() {
        Waiting.until(program.name() + " listens", STARTED_WITHIN, LOOK_EVERY, this::isListening);
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Which broker it is. */
    public static String programName() {
        return MqttProgram.best().name();
    }

    public MqttEndpoint endpoint() {
        return new MqttEndpoint("127.0.0.1", port);
    }

    public void signal(Signal signal) {
        program.signal(child, signal);
    }

    /** Starts it again on its folder after it was killed; returns once it listens. */
    public void restart() {
        child = program.start(workshop, port, folder, durable);
        awaitListening();
    }

    @Override
    public void close() {
        child.close();
    }
}
