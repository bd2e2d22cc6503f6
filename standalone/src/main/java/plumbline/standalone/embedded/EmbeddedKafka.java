package plumbline.standalone.embedded;

import java.nio.file.Path;
import java.util.List;
import plumbline.contract.operator.ServiceException;

/** A Kafka cluster of one node in this JVM, which any client on this machine can use. */
public final class EmbeddedKafka implements AutoCloseable {
    private final KafkaFolder folder;
    private final KafkaSockets sockets;
    private final KafkaNode node;
    private final int port;

    private EmbeddedKafka(KafkaFolder folder, KafkaSockets sockets, int advertised) throws Exception {
        this.folder = folder;
        this.sockets = sockets;
        port = sockets.port(KafkaSettings.CLIENTS);
        node = KafkaNode.start(folder, sockets, advertised == 0 ? port : advertised);
    }

    /**
     * Starts with its records in a temporary folder, which is deleted at {@link #close()}.
     *
     * @param port where clients connect; 0 takes a free one
     * @throws ServiceException where the port is taken or no folder can be made
     */
    public static EmbeddedKafka start(int port) {
        return start(KafkaSockets.bind(port), 0, KafkaFolder.temporary());
    }

    /**
     * Starts with its records in {@code folder}, which stays: a later broker goes on with them, best on the same port,
     * since a transaction still being finished looks for its broker there.
     *
     * @param port where clients connect; 0 takes a free one
     * @throws ServiceException where the port is taken, or the folder can't be used or is another broker's
     */
    public static EmbeddedKafka start(int port, Path folder) {
        return start(port, 0, folder, List.of());
    }

    /**
     * The same behind a proxy, and on several disks.
     *
     * @param advertised where the broker tells clients to come; 0 for {@code port}
     * @param more folders that share the partitions with the first; one that fails takes only its own away
     */
    public static EmbeddedKafka start(int port, int advertised, Path folder, List<Path> more) {
        return start(KafkaSockets.bind(port), advertised, KafkaFolder.kept(folder, more));
    }

    private static EmbeddedKafka start(KafkaSockets sockets, int advertised, KafkaFolder folder) {
        boolean started = false;
        try {
            EmbeddedKafka kafka = new EmbeddedKafka(folder, sockets, advertised);
            started = true;
            return kafka;
        } catch (Exception e) {
            throw new ServiceException("Kafka can't start in " + folder.path() + ": " + e.getMessage(), e);
        } finally {
            if (!started) {
                sockets.close();
                folder.close();
            }
        }
    }

    /** Where clients connect; known beyond {@link #close()}, so that a later broker can take its place. */
    public int port() {
        return port;
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrap() {
        return Loopback.HOST + ":" + port;
    }

    @Override
    public void close() {
        node.close();
        sockets.close();
        folder.close();
    }
}
