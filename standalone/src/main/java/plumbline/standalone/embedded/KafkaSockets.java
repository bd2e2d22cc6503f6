package plumbline.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The listening sockets of the Kafka broker, bound before it starts: a free port is known while the settings are
 * written, and nobody else can take it in between.
 */
final class KafkaSockets implements ServerSocketFactory, AutoCloseable {
    private final Map<String, ServerSocketChannel> listeners;

    private KafkaSockets(Map<String, ServerSocketChannel> listeners) {
        this.listeners = listeners;
    }

    /** Takes {@code port} (0 for any) for clients and a free one for the controller. */
    static KafkaSockets bind(int port) {
        return new KafkaSockets(Map.of(
                KafkaSettings.CLIENTS, Loopback.bind("Kafka", port),
                KafkaSettings.CONTROLLER, Loopback.bind("Kafka's controller", 0)));
    }

    int port(String listener) {
        return listener(listener).socket().getLocalPort();
    }

    @Override
    public ServerSocketChannel openServerSocket(String name, InetSocketAddress address, int backlog, int receiveBuffer)
            throws IOException {
        ServerSocketChannel channel = listener(name);
        channel.configureBlocking(false);
        return channel;
    }

    private ServerSocketChannel listener(String name) {
        return Objects.requireNonNull(listeners.get(name), name);
    }

    @Override
    public void close() {
        try {
            for (ServerSocketChannel channel : listeners.values()) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
