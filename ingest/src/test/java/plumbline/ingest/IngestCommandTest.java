package plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class IngestCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command = new CommandLine(new IngestCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @Test
    void helpShowsEverySettingItsDefaultAndExamples() {
        assertThat(command.execute("--help")).isZero();
        assertThat(out.toString())
                .contains("--mqtt", "tcp://localhost:1883", "--kafka", "localhost:9092", "--topic-prefix")
                .contains("--client-id", "--ops-port", "8081", "--speed", "--since")
                .contains("Examples:", "plumbline ingest --mqtt tcp://broker:1883");
    }

    @ParameterizedTest
    @CsvSource({
        "--mqtt, localhost:1883, write tcp://HOST:PORT",
        "--topic-prefix, a/b, a topic prefix is",
        "--speed, 10, needs --since",
        "--nonsense, 1, --nonsense",
    })
    void aWrongSettingIsRefusedByName(String option, String value, String message) {
        assertThat(command.execute(option, value)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(message);
    }
}
