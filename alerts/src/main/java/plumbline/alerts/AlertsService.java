package plumbline.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.alerts.channel.LogChannel;
import plumbline.alerts.channel.ReminderChannel;
import plumbline.alerts.channel.WebhookChannel;
import plumbline.alerts.kafka.ChannelFeed;
import plumbline.alerts.kafka.DeliveryProducer;
import plumbline.alerts.lane.ChannelLane;
import plumbline.alerts.lane.LaneMetrics;
import plumbline.alerts.lane.StepLog;
import plumbline.alerts.mqtt.DeviceChannel;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.operator.Service;

/** Brings reminders to their wearers: each channel at its own pace, each reminder once. */
public final class AlertsService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsService.class);

    private final KafkaEndpoint kafka;
    private final Clock clock;
    private final MeterRegistry registry;
    private final DeviceChannel device;
    private final List<ReminderChannel> channels = new ArrayList<>();
    private final AtomicReference<@Nullable String> fault = new AtomicReference<>();
    private final Thread opening = new Thread(this::open, "alerts-start");
    private volatile List<ChannelFeed> feeds = List.of();
    private @Nullable DeliveryProducer producer;
    private volatile boolean closed;

    public AlertsService(
            MqttEndpoint mqtt, KafkaEndpoint kafka, AlertsSettings settings, Clock clock, MeterRegistry registry) {
        this.kafka = kafka;
        this.clock = clock;
        this.registry = registry;
        device = new DeviceChannel(mqtt, kafka.prefix().name("plumbline-alerts-" + UUID.randomUUID()));
        channels.add(device);
        settings.target().ifPresent(target -> channels.add(new WebhookChannel(target, InstantSource.system())));
        if (settings.log()) {
            channels.add(new LogChannel());
        }
        opening.setDaemon(true);
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public void start() {
        device.start();
        opening.start();
    }

    private void open() {
        try {
            feed(new TopicProvisioner(kafka).provision());
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private synchronized void feed(int partitions) {
        if (closed) {
            return;
        }
        DeliveryProducer deliveries = new DeliveryProducer(kafka, partitions, clock, registry, this::fail);
        producer = deliveries;
        feeds = channels.stream().map(channel -> feed(channel, deliveries)).toList();
        feeds.forEach(ChannelFeed::start);
    }

    private ChannelFeed feed(ReminderChannel channel, DeliveryProducer deliveries) {
        LaneMetrics metrics = new LaneMetrics(registry, channel.name());
        StepLog steps = new StepLog(channel.name(), clock, deliveries, metrics);
        ChannelLane lane = new ChannelLane(channel, clock, steps, metrics, this::fail);
        return new ChannelFeed(kafka, lane, deliveries, clock, this::fail);
    }

    private void fail(Throwable cause) {
        if (!closed && fault.compareAndSet(null, String.valueOf(cause.getMessage()))) {
            LOG.error("alerts can't go on", cause);
        }
    }

    @Override
    public boolean isReady() {
        List<ChannelFeed> open = feeds;
        return !open.isEmpty() && open.stream().allMatch(ChannelFeed::isReady);
    }

    @Override
    public Optional<String> fault() {
        return Optional.ofNullable(fault.get());
    }

    @Override
    public synchronized void close() {
        closed = true;
        opening.interrupt();
        feeds.forEach(ChannelFeed::stop);
        feeds.forEach(ChannelFeed::close);
        channels.forEach(ReminderChannel::close);
        if (producer != null) {
            producer.close();
        }
    }
}
