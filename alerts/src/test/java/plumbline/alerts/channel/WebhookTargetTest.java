package plumbline.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/reminders?team=1",
                "HTTPS://example.org",
                "http://localhost:8080/x",
                "http://127.0.0.1/x",
                "http://127.8.9.10/x",
                "http://[::1]:80/"
            })
    void httpsAnywhereAndHttpOnThisMachineAreTaken(String url) {
        assertThat(new WebhookTarget(URI.create(url), null).url()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/x",
                "http://127.0.0.1.example.org/",
                "http://localhost.example.org/",
                "ftp://example.org/",
                "example.org/x",
                "/x",
                "https:///x",
                "https://user:pass@example.org/",
                "https://example.org/#part"
            })
    void otherAddressesAreRefusedWithAReason(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookTarget(URI.create(url), null))
                .withMessageContaining("webhook");
    }

    @Test
    void secretHasAtLeastSixteenBytes() {
        URI url = URI.create("https://example.org/");

        assertThat(new WebhookTarget(url, "x".repeat(16)).secret()).hasSize(16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookTarget(url, "x".repeat(15)))
                .withMessageContaining("at least 16");
    }

    @Test
    void secretIsNeverPrinted() {
        WebhookTarget target = new WebhookTarget(URI.create("https://example.org/"), "correct-horse-battery");

        assertThat(target.toString()).doesNotContain("horse").contains("example.org");
    }
}
