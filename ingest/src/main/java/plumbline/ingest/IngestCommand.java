package plumbline.ingest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.operator.ClockOptions;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.KafkaOptions;
import plumbline.contract.operator.MqttOptions;
import plumbline.contract.operator.OpsOptions;
import plumbline.contract.operator.ServiceRunner;

/** Runs the ingester until it is stopped. */
@Command(
        name = "ingest",
        description = "Takes uploads and answers from MQTT into Kafka, and confirms each only once it is stored.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline ingest",
            "  plumbline ingest --mqtt tcp://broker:1883 --kafka kafka-1:9092,kafka-2:9092",
            "  plumbline ingest --client-id ingest-b --shared --connections 2",
            "  plumbline ingest --topic-prefix staging. --ops-port 0"
        })
public final class IngestCommand implements Callable<Integer> {
    private static final int OPS_PORT = 8081;

    @Mixin
    private final Invocation invocation = new Invocation();

    @Mixin
    private final MqttOptions mqtt = new MqttOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final OpsOptions ops = new OpsOptions(OPS_PORT);

    @Mixin
    private final ClockOptions clock = new ClockOptions();

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "MQTT client id, which names the session at the broker; one ingester each, with"
                    + " -share-1 and on behind it where connections share (default: the topic prefix and "
                    + IngestService.DEFAULT_CLIENT_ID + ").")
    private @Nullable String clientId;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "MQTT connections that share the messages, 1 to 8: for more than about 20,000 uploads a second"
                            + " (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--shared",
            description =
                    "Share the messages with every other ingester that is given this, on whatever host; each needs"
                            + " a --client-id of its own.")
    private boolean shared;

    @Override
    public Integer call() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return ServiceRunner.run(service(registry), ops, registry);
    }

    private IngestService service(PrometheusMeterRegistry registry) {
        try {
            KafkaEndpoint endpoint = kafka.endpoint();
            String id = clientId == null ? endpoint.prefix().name(IngestService.DEFAULT_CLIENT_ID) : clientId;
            IngestSettings settings = new IngestSettings(id, connections, shared);
            return new IngestService(mqtt.endpoint(), endpoint, settings, clock.clock(), registry);
        } catch (IllegalArgumentException e) {
            throw invocation.misuse(e.getMessage());
        }
    }
}
