package plumbline.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import plumbline.contract.event.RejectReason;
import plumbline.ingest.intake.IntakeEpoch;
import plumbline.ingest.kafka.UploadProducer;

/** What the ingester counts. No tag names a device. */
final class IngestMetrics {
    private static final String NAME = "plumbline.ingest.";

    final Counter received;
    final Counter stored;
    final Counter epochs;
    final Counter sessionsLost;
    final Counter pauses;
    final Timer kafkaSend;

    private final MeterRegistry registry;
    private final Set<IntakeEpoch> open = ConcurrentHashMap.newKeySet();
    private final Set<UploadProducer> producers = ConcurrentHashMap.newKeySet();

    IngestMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        received = counter("received", "Messages received over MQTT");
        stored = counter("stored", "Messages stored in Kafka, dead letters among them");
        epochs = counter("epochs", "MQTT connections made");
        sessionsLost = counter("sessions.lost", "Reconnects that found no session at the broker: messages may be gone");
        pauses = counter("pauses", "Times that reading stopped, as the broker had exceeded its Receive Maximum");
        kafkaSend = Timer.builder(NAME + "kafka.send")
                .description("From handing a record to Kafka to its acknowledgement")
                .publishPercentileHistogram()
                .register(registry);
        for (RejectReason reason : RejectReason.values()) {
            rejected(reason);
        }
        gauge(
                "unacknowledged",
                "Messages received and not confirmed to the broker",
                () -> open.stream().mapToInt(IntakeEpoch::unacknowledged).sum());
        gauge(
                "ring.depth",
                "Messages that wait to be handed to Kafka",
                () -> open.stream().mapToInt(IntakeEpoch::waiting).sum());
        gauge(
                "oldest.unacknowledged.seconds",
                "Age of the oldest unconfirmed message",
                () -> open.stream()
                        .mapToDouble(epoch -> ageSeconds(epoch, clock))
                        .max()
                        .orElse(0));
        gauge(
                "partitions.away",
                "Kafka partitions without a leader: what belongs there is parked",
                () -> producers.stream()
                        .mapToInt(producer -> producer.partitionsAway().size())
                        .max()
                        .orElse(0));
    }

    private Counter counter(String name, String description) {
        return Counter.builder(NAME + name).description(description).register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(NAME + name, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private static double ageSeconds(IntakeEpoch epoch, Clock clock) {
        return epoch.oldestReceivedAt()
                .map(at -> Duration.between(at, clock.instant()).toMillis() / 1e3)
                .orElse(0.0);
    }

    Counter rejected(RejectReason reason) {
        return Counter.builder(NAME + "rejected")
                .description("Messages stored as dead letters, by reason")
                .tag("reason", reason.word())
                .register(registry);
    }

    /** From now on the gauges tell of {@code epoch} too. */
    void begun(IntakeEpoch epoch) {
        open.add(epoch);
    }

    void ended(IntakeEpoch epoch) {
        open.remove(epoch);
    }

    void opened(UploadProducer producer) {
        producers.add(producer);
    }

    void closed(UploadProducer producer) {
        producers.remove(producer);
    }
}
