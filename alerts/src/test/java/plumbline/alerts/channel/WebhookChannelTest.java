package plumbline.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.alerts.Reminders.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.alerts.Reminders;
import plumbline.alerts.dispatch.Outcome;
import plumbline.alerts.dispatch.Outcome.Kind;
import plumbline.contract.codec.EventJson;

class WebhookChannelTest {
    private static final Instant REAL = Instant.ofEpochSecond(1_767_607_200);
    private static final Duration LEFT = Duration.ofMinutes(5);
    private static final String SECRET = "correct-horse-battery";

    private final AtomicInteger handedOver = new AtomicInteger();
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void postCarriesTheReminderAndItsIdAsIdempotencyKey() throws Exception {
        receiver.answers(204);

        assertThat(deliver(null)).isEqualTo(Outcome.DELIVERED);

        assertThat(receiver.bodies()).containsExactly(EventJson.encode(reminder()));
        assertThat(receiver.header("Idempotency-Key")).isEqualTo(Reminders.ID);
        assertThat(receiver.header("Content-Type")).isEqualTo("application/json");
        assertThat(receiver.header(WebhookChannel.SIGNATURE_HEADER)).isNull();
        assertThat(handedOver).hasValue(1);
    }

    @Test
    void postIsSignedWithItsRealTimeWhereASecretIsAgreed() throws Exception {
        receiver.answers(200);

        deliver(SECRET);

        assertThat(receiver.header(WebhookChannel.TIMESTAMP_HEADER)).isEqualTo("1767607200");
        assertThat(receiver.header(WebhookChannel.SIGNATURE_HEADER))
                .isEqualTo(new WebhookSignature(SECRET).of(REAL, EventJson.encode(reminder())));
    }

    @Test
    void signatureIsTheHmacOfTimestampAndBody() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(new WebhookSignature(SECRET).of(REAL, body))
                .isEqualTo("v1=5edb8769432f5fea3b9370d37e8d2b5dab1f6940da2e6cfd585752877148cf25");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503, 599})
    void answerThatMayChangeIsTriedAgain(int status) throws Exception {
        receiver.answers(status);

        assertThat(deliver(null)).isEqualTo(Outcome.unavailable("it answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 422})
    void answerThatWillStayIsFinal(int status) throws Exception {
        receiver.answers(status);

        assertThat(deliver(null)).isEqualTo(Outcome.refused("it answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirectIsRefusedAndNotFollowed(int status) throws Exception {
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().set("Location", "/hook");
            exchange.sendResponseHeaders(status, -1);
        });

        assertThat(deliver(null).kind()).isEqualTo(Kind.REFUSED);
        assertThat(receiver.bodies()).hasSize(1);
    }

    @Test
    void silenceEndsAfterFiveSeconds() throws Exception {
        receiver.answers(exchange -> receiver.hang());
        long begun = System.nanoTime();

        assertThat(deliver(null)).isEqualTo(Outcome.unavailable("no answer within 5 s"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(WebhookChannel.WITHIN, Duration.ofSeconds(60));
    }

    @Test
    void answerThatDripsEndsAfterFiveSecondsToo() throws Exception {
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            receiver.hang();
        });

        assertThat(deliver(null)).isEqualTo(Outcome.unavailable("no answer within 5 s"));
    }

    @Test
    void nobodyListeningIsTriedAgain() throws Exception {
        receiver.close();

        assertThat(deliver(null).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    private Outcome deliver(String secret) throws InterruptedException {
        WebhookTarget target = new WebhookTarget(receiver.url(), secret);
        return new WebhookChannel(target, InstantSource.fixed(REAL))
                .deliver(reminder(), LEFT, handedOver::incrementAndGet);
    }
}
