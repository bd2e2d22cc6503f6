package plumbline.alerts.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static plumbline.alerts.Reminders.reminder;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.alerts.dispatch.Outcome;
import plumbline.alerts.dispatch.Outcome.Kind;

class DeviceChannelIT {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final int NOBODY_SUBSCRIBED = 0x10;
    private static final int QUOTA_EXCEEDED = 0x97;

    private final AnsweringBroker broker = new AnsweringBroker();
    private final DeviceChannel channel = new DeviceChannel(broker.endpoint(), "alerts");
    private final AtomicInteger handedOver = new AtomicInteger();

    @BeforeEach
    void connect() {
        channel.start();
        await().atMost(WITHIN).until(channel::isReady);
    }

    @AfterEach
    void close() throws Exception {
        channel.close();
        broker.close();
    }

    @Test
    void confirmationIsADelivery() throws Exception {
        broker.answer = 0;

        assertThat(deliver()).isEqualTo(Outcome.DELIVERED);
        assertThat(handedOver).hasValue(1);
    }

    @Test
    void nobodySubscribedIsSentAndNotDelivered() throws Exception {
        broker.answer = NOBODY_SUBSCRIBED;

        assertThat(deliver().kind()).isEqualTo(Kind.UNHEARD);
        assertThat(handedOver).hasValue(1);
    }

    @Test
    void brokerThatDoesNotTakeItMayTakeItLater() throws Exception {
        broker.answer = QUOTA_EXCEEDED;

        assertThat(deliver().kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void silenceEndsTheAttempt() throws Exception {
        broker.answer = AnsweringBroker.SILENCE;

        assertThat(deliver().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(handedOver).hasValue(1);
    }

    @Test
    void lostConnectionEndsTheAttemptAndTheNextOneConnectsAgain() throws Exception {
        broker.answer = AnsweringBroker.CUT;
        assertThat(deliver().kind()).isEqualTo(Kind.UNAVAILABLE);

        broker.answer = 0;
        await().atMost(WITHIN).untilAsserted(() -> assertThat(deliver()).isEqualTo(Outcome.DELIVERED));
    }

    @Test
    void withoutAConnectionNothingIsHandedOver() throws Exception {
        channel.close();

        assertThat(deliver()).isEqualTo(Outcome.unavailable("MQTT is away"));
        assertThat(handedOver).hasValue(0);
    }

    private Outcome deliver() throws InterruptedException {
        return channel.deliver(reminder(), Duration.ofMinutes(5), handedOver::incrementAndGet);
    }
}
