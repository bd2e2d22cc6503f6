package plumbline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class StreamsCommandTest {
    private final StringWriter err = new StringWriter();
    private final CommandLine command = new CommandLine(new StreamsCommand()).setErr(new PrintWriter(err, true));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads 0 | --threads is 0; allowed is 1 to 64",
                "--threads 65 | --threads is 65; allowed is 1 to 64",
                "--standbys -1 | --standbys is -1; allowed is 0 to 9",
                "--standbys 10 | --standbys is 10; allowed is 0 to 9",
                "--kafka nonsense | 'nonsense' is no address; write HOST:PORT, such as localhost:9092"
            })
    void whatCanNotBeIsNamedBeforeAnythingBegins(String arguments, String fault) {
        assertThat(command.execute(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(fault);
    }
}
