package plumbline.alerts;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.alerts.channel.WebhookTarget;
import plumbline.contract.operator.ClockOptions;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.KafkaOptions;
import plumbline.contract.operator.MqttOptions;
import plumbline.contract.operator.OpsOptions;
import plumbline.contract.operator.ServiceRunner;

/** {@code plumbline alerts}. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        header = "Brings reminders to their wearers.",
        description = {
            "",
            "Reads reminders from Kafka and sends each once: to its device by MQTT, to the log, and to a webhook if you"
                    + " name one. What fails is tried again until the reminder is too old to be of use.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline alerts --mqtt tcp://localhost:1883 --kafka localhost:9092",
            "  plumbline alerts --webhook https://example.org/reminders --webhook-secret-file secret.txt"
        })
public final class AlertsCommand implements Callable<Integer> {
    private static final int OPS_PORT = 8083;

    @Mixin
    private final Invocation invocation = new Invocation();

    @Mixin
    private final MqttOptions mqtt = new MqttOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--webhook",
            paramLabel = "URL",
            description = "Post each reminder as JSON to this address: https, or http on this machine (default: none).")
    private @Nullable URI webhook;

    @Option(
            names = "--webhook-secret-file",
            paramLabel = "FILE",
            description = "Sign each post with the secret in this file, at least " + WebhookTarget.MIN_SECRET_BYTES
                    + " bytes (default: not signed).")
    private @Nullable Path secretFile;

    @Option(
            names = "--no-log",
            negatable = true,
            description = "Write no line to the log for each reminder (default: one line each).")
    private boolean silent;

    @Mixin
    private final OpsOptions ops = new OpsOptions(OPS_PORT);

    @Mixin
    private final ClockOptions clock = new ClockOptions();

    @Override
    public Integer call() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return ServiceRunner.run(service(registry), ops, registry);
    }

    private AlertsService service(PrometheusMeterRegistry registry) {
        try {
            return new AlertsService(mqtt.endpoint(), kafka.endpoint(), settings(), clock.clock(), registry);
        } catch (IllegalArgumentException e) {
            throw invocation.misuse(e.getMessage());
        }
    }

    private AlertsSettings settings() {
        if (webhook == null && secretFile != null) {
            throw invocation.misuse("--webhook-secret-file needs --webhook, the address whose posts it signs");
        }
        WebhookTarget target = webhook == null
                ? null
                : new WebhookTarget(webhook, secretFile == null ? null : SecretFile.read(secretFile));
        return new AlertsSettings(target, !silent);
    }
}
