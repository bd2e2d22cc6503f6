package plumbline.alerts.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Reminder;

/** What one channel shows its operator. */
public final class LaneMetrics {
    private static final String CHANNEL = "channel";

    private final MeterRegistry registry;
    private final String channel;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Counter retries;
    private final Counter repeats;
    private final Counter pauses;
    private final Timer latency;

    public LaneMetrics(MeterRegistry registry, ChannelName channel) {
        this.registry = registry;
        this.channel = channel.word();
        retries = counter("plumbline.alerts.retries", "Attempts after the first");
        repeats = counter("plumbline.alerts.repeats", "Reminders read again and not sent again");
        pauses = counter("plumbline.alerts.pauses", "Times the channel was full and stopped reading");
        latency = Timer.builder("plumbline.alerts.latency")
                .description("From raised to delivered, by the service's clock")
                .tag(CHANNEL, this.channel)
                .register(registry);
        Gauge.builder("plumbline.alerts.waiting", waiting, AtomicInteger::get)
                .description("Reminders read and not yet settled")
                .tag(CHANNEL, this.channel)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag(CHANNEL, channel)
                .register(registry);
    }

    void step(Delivery.State state) {
        Counter.builder("plumbline.alerts.steps")
                .description("Recorded steps of deliveries: sent, delivered, expired, failed, withdrawn, done, snoozed")
                .tag(CHANNEL, channel)
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    void delivered(Reminder reminder, Instant now) {
        Duration taken = Duration.between(reminder.raisedAt(), now);
        latency.record(taken.isNegative() ? Duration.ZERO : taken);
    }

    void retried() {
        retries.increment();
    }

    public void repeated() {
        repeats.increment();
    }

    public void paused() {
        pauses.increment();
    }

    void entered() {
        waiting.incrementAndGet();
    }

    void left() {
        waiting.decrementAndGet();
    }

    int waiting() {
        return waiting.get();
    }
}
