package plumbline.standalone.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Broker settings for one light node: few threads, small buffers, internal topics of one partition. */
final class KafkaSettings {
    static final int NODE = 1;
    static final String CLIENTS = "CLIENTS";
    static final String CONTROLLER = "CONTROLLER";

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("node.id", String.valueOf(NODE)),
            Map.entry("process.roles", "broker,controller"),
            Map.entry("inter.broker.listener.name", CLIENTS),
            Map.entry("controller.listener.names", CONTROLLER),
            Map.entry("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            // Replicas: one node holds them all.
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            // Size.
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("num.network.threads", "1"),
            Map.entry("num.io.threads", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "1"),
            Map.entry("group.coordinator.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(2 * 1024 * 1024)),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // What a killed instance left open is looked for each second instead of every ten.
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", ms(Duration.ofSeconds(1))),
            // Simulated clocks run ahead of the broker's, or years behind it: then all records are past their
            // retention, which therefore is looked at only in runs longer than a demo.
            Map.entry("log.message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE)),
            Map.entry("log.initial.task.delay.ms", ms(Duration.ofHours(1))),
            Map.entry("log.retention.check.interval.ms", ms(Duration.ofHours(1))),
            // The cleaner looks at it too, in topics that are compacted as well.
            Map.entry("log.cleaner.backoff.ms", ms(Duration.ofHours(1))));

    private KafkaSettings() {}

    static Map<String, String> of(KafkaFolder folder, int clientPort, int advertised, int controllerPort) {
        Map<String, String> settings = new HashMap<>(FIXED);
        settings.put("log.dirs", String.join(",", folder.records()));
        settings.put("metadata.log.dir", folder.metadata());
        settings.put("listeners", listener(CLIENTS, clientPort) + "," + listener(CONTROLLER, controllerPort));
        settings.put(
                "advertised.listeners", listener(CLIENTS, advertised) + "," + listener(CONTROLLER, controllerPort));
        settings.put("controller.quorum.voters", NODE + "@" + Loopback.HOST + ":" + controllerPort);
        return settings;
    }

    private static String listener(String name, int port) {
        return name + "://" + Loopback.HOST + ":" + port;
    }

    private static String ms(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
