package plumbline.simulator.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import plumbline.contract.device.DeviceConnection;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.device.Mount;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.operator.ServiceException;
import plumbline.contract.recording.Recording;
import plumbline.simulator.mqtt.DeviceInbox;
import plumbline.simulator.mqtt.DeviceLink;
import plumbline.simulator.mqtt.FleetPublisher;
import plumbline.simulator.mqtt.Flush;
import plumbline.simulator.mqtt.Outbox;
import plumbline.simulator.mqtt.Packet;
import plumbline.simulator.roster.UploadEncoding;
import plumbline.simulator.roster.UploadFormat;

/** One replay of a recording. Used once, by one thread. */
public final class Replay implements AutoCloseable {
    private static final Duration FLUSH_WITHIN = Duration.ofSeconds(10);
    private static final DeviceConnection ONLINE =
            new DeviceConnection(1, DeviceConnection.State.ONLINE, 1L, null, null);

    private final FleetPublisher publisher;
    private final Clock clock;
    private final Schedule schedule;
    private final Map<DeviceId, Outbox> outboxes = new LinkedHashMap<>();
    private final Map<DeviceId, UploadEncoding> encodings = new LinkedHashMap<>();
    private final List<DeviceLink> links = new ArrayList<>();
    private int next;

    /** Begins by {@code clock}, now. */
    public Replay(MqttEndpoint broker, Recording recording, Mount mount, UploadFormat format, Clock clock) {
        this.publisher = new FleetPublisher(broker);
        this.clock = clock;
        this.schedule = Schedule.of(recording, mount, clock.instant());
        for (DeviceId device : recording.devices().keySet()) {
            DeviceLink link = publisher.link(device, DeviceInbox.DEAF);
            encodings.put(device, UploadEncoding.of(format, links.size()));
            outboxes.put(device, new Outbox(link::publish));
            links.add(link);
        }
    }

    /** Throws {@link ServiceException} where the devices can't connect. */
    public void connect() {
        List<? extends CompletableFuture<?>> connecting =
                links.stream().map(link -> link.connect(ONLINE)).toList();
        publisher.awaitConnected(connecting);
    }

    /** Sends what is due, as far as there is room for it. Returns whether there is more to come. */
    public boolean advance() {
        long now = clock.millis();
        while (next < schedule.uploads().size()) {
            Schedule.Due due = schedule.uploads().get(next);
            Outbox outbox = outbox(due.device());
            if (due.upload().sentAtMillis() > now || !outbox.hasRoom()) {
                return true;
            }
            send(due, outbox);
            next++;
        }
        return false;
    }

    private void send(Schedule.Due due, Outbox outbox) {
        UploadEncoding encoding = Objects.requireNonNull(encodings.get(due.device()));
        outbox.add(new Packet(
                DeviceTopicKind.READINGS.of(due.device()),
                encoding.encode(due.upload()),
                encoding.stated() ? encoding.form() : null));
    }

    private Outbox outbox(DeviceId device) {
        return Objects.requireNonNull(outboxes.get(device));
    }

    /** Sends again what the broker did not take. */
    public void retry() {
        outboxes.values().forEach(Outbox::retry);
    }

    /** How many uploads there are in all. */
    public int uploads() {
        return schedule.uploads().size();
    }

    /** How many of them are sent. */
    public int sent() {
        return next;
    }

    /** How many of them the broker has acknowledged. */
    public long acknowledged() {
        return outboxes.values().stream()
                .mapToLong(outbox -> outbox.totals().uploadsAcknowledged())
                .sum();
    }

    /** Waits for what is not acknowledged yet, within bounds; whether all is. */
    public boolean flush() {
        retry();
        return Flush.await(outboxes.values(), FLUSH_WITHIN);
    }

    @Override
    public void close() {
        publisher.close();
    }
}
