package plumbline.alerts.channel;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plumbline.alerts.dispatch.ChannelName;
import plumbline.alerts.dispatch.Outcome;
import plumbline.contract.codec.ContentType;
import plumbline.contract.codec.EventJson;
import plumbline.contract.event.Reminder;

/**
 * Posts each reminder as JSON. The reminder's id is the {@code Idempotency-Key}, so a receiver can drop a repeat. Any 2xx
 * is a delivery; 408, 429 and 5xx are tried again; everything else, redirects too, is final.
 */
public final class WebhookChannel implements ReminderChannel {
    static final String TIMESTAMP_HEADER = "Plumbline-Timestamp";
    static final String SIGNATURE_HEADER = "Plumbline-Signature";

    /** For the whole exchange, from connecting to the answer's last byte. */
    static final Duration WITHIN = Duration.ofSeconds(5);

    private static final int CONCURRENCY = 8;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final WebhookTarget target;
    private final InstantSource realTime;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(WITHIN)
            .build();

    /** The receiver compares timestamps with its own clock, so {@code realTime} is never a simulated one. */
    public WebhookChannel(WebhookTarget target, InstantSource realTime) {
        this.target = target;
        this.realTime = realTime;
    }

    @Override
    public ChannelName name() {
        return ChannelName.WEBHOOK;
    }

    @Override
    public int concurrency() {
        return CONCURRENCY;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Outcome deliver(Reminder reminder, Duration left, Runnable handedOver) throws InterruptedException {
        CompletableFuture<HttpResponse<Void>> exchange = http.sendAsync(request(reminder), BodyHandlers.discarding());
        handedOver.run();
        try {
            return outcome(
                    exchange.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (TimeoutException e) {
            return Outcome.unavailable("no answer within " + WITHIN.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Outcome.unavailable("can't reach it: " + e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(Reminder reminder) {
        byte[] body = EventJson.encode(reminder);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .header("Content-Type", ContentType.JSON.mediaType())
                .header("Idempotency-Key", reminder.id())
                .POST(BodyPublishers.ofByteArray(body));
        Instant now = realTime.instant();
        target.signature()
                .ifPresent(signature -> request.header(TIMESTAMP_HEADER, Long.toString(now.getEpochSecond()))
                        .header(SIGNATURE_HEADER, signature.of(now, body)));
        return request.build();
    }

    private static Outcome outcome(int status) {
        if (status / 100 == 2) {
            return Outcome.DELIVERED;
        }
        String error = "it answered " + status;
        boolean later = status / 100 == 5 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
        return later ? Outcome.unavailable(error) : Outcome.refused(error);
    }

    @Override
    public void close() {}
}
