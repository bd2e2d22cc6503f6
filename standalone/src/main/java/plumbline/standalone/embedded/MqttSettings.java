package plumbline.standalone.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** Settings of an MQTT broker that keeps what it has acknowledged, within a bound on memory. */
final class MqttSettings {
    static final String ACCEPTOR = "mqtt";

    /** What all that waits may take in memory; a publish beyond it is refused, never dropped. */
    static final int WAITING_BYTES = 64 * 1024 * 1024;

    /** Well above an upload's 64 KiB, so that one too large still reaches the ingester, which says why it is refused. */
    static final int PACKET_BYTES = 256 * 1024;

    /** Messages under way to a client that names no maximum of its own, as none of MQTT 3.1.1 can. */
    private static final int UNDER_WAY = 500;

    /** The longest there is, so that clients have the one they ask for; Artemis drops idle clients without any. */
    private static final int KEEP_ALIVE_SECONDS = 65_535;

    private static final Duration SESSION_SCAN = Duration.ofSeconds(1);
    private static final Duration EXPIRY_SCAN = Duration.ofSeconds(5);

    private MqttSettings() {}

    static Configuration inMemory(int port) {
        return new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setGlobalMaxSize(WAITING_BYTES)
                .addAddressSetting("#", queues())
                .setMessageExpiryScanPeriod(EXPIRY_SCAN.toMillis())
                .setMqttSessionScanInterval(SESSION_SCAN.toMillis())
                .addAcceptorConfiguration(acceptor(port));
    }

    /** Safe from a crash of this process, though not of the machine. */
    static Configuration inJournal(int port, Path folder) {
        return inMemory(port)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(false)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setPagingDirectory(folder.resolve("paging").toString());
    }

    private static AddressSettings queues() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
                // By default the tenth failed delivery of a message is its last.
                .setMaxDeliveryAttempts(-1)
                .setAutoDeleteAddresses(false);
    }

    private static TransportConfiguration acceptor(int port) {
        Map<String, Object> settings = Map.of(
                "host",
                Loopback.HOST,
                "port",
                port,
                "protocols",
                "MQTT",
                "maximumPacketSize",
                PACKET_BYTES,
                "defaultMaximumInFlightPublishMessages",
                UNDER_WAY,
                "serverKeepAlive",
                KEEP_ALIVE_SECONDS,
                "topicAliasMaximum",
                0,
                "remotingThreads",
                2,
                // Only Java's own transport is on the class path.
                "useEpoll",
                false,
                "useKQueue",
                false);
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), settings, ACCEPTOR);
    }
}
