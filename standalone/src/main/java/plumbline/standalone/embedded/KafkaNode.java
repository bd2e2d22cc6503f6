package plumbline.standalone.embedded;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.server.fault.LoggingFaultHandler;

/**
 * Kafka's controller and broker as one running node. Put together from Kafka's own parts: {@code KafkaRaftServer} ends
 * the JVM on a fault, and binds its sockets too late to tell the controller's port to the settings.
 */
final class KafkaNode implements AutoCloseable {
    private final ControllerServer controller;
    private final BrokerServer broker;

    private KafkaNode(SharedServer shared, KafkaFolder folder) throws Exception {
        BootstrapDirectory bootstrap = new BootstrapDirectory(folder.metadata());
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), bootstrap.read());
        broker = new BrokerServer(shared);
    }

    /** Returns once clients are served. */
    static KafkaNode start(KafkaFolder folder, KafkaSockets sockets, int advertised) throws Exception {
        MetaPropertiesEnsemble formatted = folder.format();
        KafkaNode node = new KafkaNode(shared(folder, sockets, advertised, formatted), folder);
        try {
            node.controller.startup();
            node.broker.startup();
            return node;
        } catch (Exception e) {
            node.close();
            throw e;
        }
    }

    private static SharedServer shared(
            KafkaFolder folder, KafkaSockets sockets, int advertised, MetaPropertiesEnsemble formatted) {
        int controllerPort = sockets.port(KafkaSettings.CONTROLLER);
        Map<String, String> settings =
                KafkaSettings.of(folder, sockets.port(KafkaSettings.CLIENTS), advertised, controllerPort);
        return new SharedServer(
                new KafkaConfig(settings, false),
                formatted,
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        Map.of(KafkaSettings.NODE, InetSocketAddress.createUnresolved(Loopback.HOST, controllerPort))),
                List.of(),
                (name, fatal, action) -> new LoggingFaultHandler(name, action),
                sockets);
    }

    @Override
    public void close() {
        broker.shutdown();
        controller.shutdown();
    }
}
