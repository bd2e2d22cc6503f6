package plumbline.alerts.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import plumbline.alerts.channel.ReminderChannel;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.dispatch.Outcome;
import plumbline.contract.codec.ContentType;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.event.Reminder;
import plumbline.contract.mqtt.MqttConnection;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.mqtt.OutboundPublish;
import plumbline.contract.mqtt.PublishResult;

/**
 * Publishes each reminder as JSON under its device's {@code down/reminders}. The broker drops it when the reminder's life
 * is over. Its PUBACK is the delivery: it holds the message for the device from then on.
 */
public final class DeviceChannel implements ReminderChannel {
    /** Below the 20 messages that Mosquitto takes at a time. */
    private static final int CONCURRENCY = 8;

    private final DeviceLink link;

    /** {@code clientId} must be this process's own. */
    public DeviceChannel(MqttEndpoint endpoint, String clientId) {
        link = new DeviceLink(endpoint, clientId);
    }

    /** Begins to connect, and stays at it until closed. */
    public void start() {
        link.start();
    }

    @Override
    public ChannelName name() {
        return ChannelName.DEVICE;
    }

    @Override
    public int concurrency() {
        return CONCURRENCY;
    }

    @Override
    public boolean isReady() {
        return link.connection().isPresent();
    }

    @Override
    public Outcome deliver(Reminder reminder, Duration left, Runnable handedOver) throws InterruptedException {
        Optional<MqttConnection> connection = link.connection();
        if (connection.isEmpty()) {
            return Outcome.unavailable("MQTT is away");
        }
        CompletableFuture<PublishResult> answer = connection.get().publish(publish(reminder, left));
        if (!answer.isCompletedExceptionally()) {
            handedOver.run();
        }
        try {
            return outcome(answer.get());
        } catch (ExecutionException e) {
            return Outcome.unavailable("not confirmed: " + e.getCause());
        }
    }

    private static OutboundPublish publish(Reminder reminder, Duration left) {
        return OutboundPublish.passing(
                DeviceTopicKind.REMINDERS.of(reminder.device()).name(),
                EventJson.encode(reminder),
                ContentType.JSON.mediaType(),
                left);
    }

    private static Outcome outcome(PublishResult result) {
        return switch (result) {
            case ACCEPTED -> Outcome.DELIVERED;
            case NO_SUBSCRIBERS -> Outcome.unheard("the device is not subscribed");
            case REFUSED -> Outcome.unavailable("the MQTT broker does not take it");
        };
    }

    @Override
    public void close() {
        link.close();
    }
}
