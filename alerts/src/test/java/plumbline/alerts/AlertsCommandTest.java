package plumbline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AlertsCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "http://example.org/x, is no address for a webhook",
        "https://me:pass@example.org/, has no user",
        "/relative, is no address for a webhook"
    })
    void webhookThatCantBeOneIsRefusedByItsFault(String url, String fault) {
        assertThat(refusal("--webhook", url)).contains(fault);
    }

    @Test
    void secretWithoutAWebhookIsRefused() {
        assertThat(refusal("--webhook-secret-file", "secret.txt")).contains("--webhook-secret-file needs --webhook");
    }

    @Test
    void secretThatCantBeReadIsRefusedByItsFile() {
        assertThat(refusal("--webhook", "https://example.org/", "--webhook-secret-file", "nowhere.txt"))
                .contains("can't read the secret in nowhere.txt");
    }

    @Test
    void secretThatIsTooShortIsRefusedAndNotPrinted() throws Exception {
        Path file = secret("fifteen-bytes-x");

        assertThat(refusal("--webhook", "https://example.org/", "--webhook-secret-file", file.toString()))
                .contains("at least 16 bytes")
                .doesNotContain("fifteen");
    }

    @Test
    void lineEndAfterASecretIsNotPartOfIt() throws Exception {
        assertThat(SecretFile.read(secret("correct-horse-battery\n"))).isEqualTo("correct-horse-battery");
    }

    @Test
    void secretFileMayBeAsLargeAsItsMaximumAndNoLarger() throws Exception {
        assertThat(SecretFile.read(secret("x".repeat(SecretFile.MAX_BYTES)))).hasSize(SecretFile.MAX_BYTES);

        Path larger = secret("x".repeat(SecretFile.MAX_BYTES + 1));
        assertThat(refusal("--webhook", "https://example.org/", "--webhook-secret-file", larger.toString()))
                .contains("over " + SecretFile.MAX_BYTES + " bytes");
    }

    private Path secret(String text) throws Exception {
        return Files.writeString(folder.resolve("secret"), text);
    }

    private static String refusal(String... arguments) {
        StringWriter errors = new StringWriter();
        int exit = new CommandLine(new AlertsCommand())
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
        return errors.toString();
    }
}
