package plumbline.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.operator.ServiceException;

/**
 * An MQTT broker (5 and 3.1.1) in this JVM, which any client on this machine can use without a password.
 *
 * <p>It keeps what it has acknowledged for sessions that are away, {@value MqttSettings#WAITING_BYTES} bytes in all; a
 * publisher of more is disconnected (reason 0x83) without an acknowledgement. Sessions and messages may have an expiry
 * of at most 24 days: Artemis takes a longer one for past.
 */
public final class EmbeddedMqtt implements AutoCloseable {
    private final ActiveMQServer server;
    private final MqttEndpoint endpoint;

    private EmbeddedMqtt(ActiveMQServer server) {
        this.server = server;
        Acceptor acceptor = server.getRemotingService().getAcceptor(MqttSettings.ACCEPTOR);
        endpoint = new MqttEndpoint(Loopback.HOST, acceptor.getActualPort());
    }

    /**
     * Starts with everything in memory.
     *
     * @param port where clients connect; 0 takes a free one
     * @throws ServiceException where the port is taken
     */
    public static EmbeddedMqtt start(int port) {
        return start(port, MqttSettings.inMemory(port));
    }

    /**
     * Starts with sessions and messages in {@code folder}, where a later broker finds them.
     *
     * @param port where clients connect; 0 takes a free one
     * @throws ServiceException where the port is taken, or the folder can't be used
     */
    public static EmbeddedMqtt start(int port, Path folder) {
        return start(port, MqttSettings.inJournal(port, folder));
    }

    private static EmbeddedMqtt start(int port, Configuration settings) {
        probe(port);
        try {
            ActiveMQServer server = ActiveMQServers.newActiveMQServer(settings);
            server.registerBrokerPlugin(new PacketIds(server));
            server.getServiceRegistry().addIncomingInterceptor(new Leave(server));
            server.start();
            if (!server.isActive()) {
                throw new ServiceException("the MQTT broker can't start; the log says why");
            }
            return new EmbeddedMqtt(server);
        } catch (ServiceException e) {
            throw e;
        } catch (Exception e) {
            throw new ServiceException("the MQTT broker can't start: " + e.getMessage(), e);
        }
    }

    /** Artemis only logs that a port is taken, at length. */
    private static void probe(int port) {
        try {
            Loopback.bind("MQTT", port).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect; known beyond {@link #close()}, so that a later broker can take its place. */
    public MqttEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new ServiceException("the MQTT broker did not stop cleanly: " + e.getMessage(), e);
        }
    }
}
