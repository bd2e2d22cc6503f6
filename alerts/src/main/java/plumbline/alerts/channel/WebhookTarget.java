package plumbline.alerts.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where reminders are posted to: https anywhere, plain http on this machine only.
 *
 * @param secret signs each post; null where none is agreed
 */
public record WebhookTarget(URI url, @Nullable String secret) {
    /** A secret shorter than this could be guessed. */
    public static final int MIN_SECRET_BYTES = 16;

    /** Throws IllegalArgumentException with a message for people. */
    public WebhookTarget {
        if (url.getHost() == null || !isAllowed(url)) {
            throw new IllegalArgumentException(
                    "'" + url + "' is no address for a webhook; write https://HOST/PATH, or http:// on this machine");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("a webhook's address has no user and no fragment; sign with a secret");
        }
        if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("the webhook's secret needs at least " + MIN_SECRET_BYTES + " bytes");
        }
    }

    private static boolean isAllowed(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (scheme.equals("http") && isLoopback(url.getHost()));
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    Optional<WebhookSignature> signature() {
        return Optional.ofNullable(secret).map(WebhookSignature::new);
    }

    @Override
    public String toString() {
        return "WebhookTarget[url=" + url + ", secret=" + (secret == null ? "none" : "***") + "]";
    }
}
