package plumbline.contract.mqtt;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/** What the broker answers to one request; fails with {@link MqttUnavailableException}. */
final class PahoAnswer implements MqttActionListener {
    final CompletableFuture<IMqttToken> future = new CompletableFuture<>();

    @Override
    public void onSuccess(IMqttToken token) {
        future.complete(token);
    }

    @Override
    public void onFailure(@Nullable IMqttToken token, Throwable cause) {
        String fault = cause instanceof MqttException e ? PahoFault.describe(e) : String.valueOf(cause);
        future.completeExceptionally(new MqttUnavailableException(fault, cause));
    }

    static <T> T await(CompletableFuture<T> answer, Duration limit) throws MqttUnavailableException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new MqttUnavailableException(cause == null ? "failed" : String.valueOf(cause.getMessage()), e);
        } catch (TimeoutException e) {
            throw new MqttUnavailableException("no answer in " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MqttUnavailableException("interrupted", e);
        }
    }
}
