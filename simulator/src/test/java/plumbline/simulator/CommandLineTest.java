package plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            new CommandLine(new SimulateCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            play --devices 0                 | --devices is 0; allowed is 1 to 2000
            play --devices 2001              | --devices is 2001; allowed is 1 to 2000
            play --head-start 25h            | --head-start is 1500m; allowed is 0m to 24h
            play --head-start soon           | 'soon' is no duration; write a whole number and ms, s, m, h or d
            play --for 0s                    | --for is 0 s; allowed is 1 s to 30 days
            play --for 31d                   | --for is 2678400 s; allowed is 1 s to 30 days
            play --format xml                | 'xml' is none of mixed, json, binary
            play --speed 0                   | --speed is 0.0; it must be above 0
            play --mqtt localhost:1883       | 'localhost:1883' is no MQTT address; write tcp://HOST:PORT
            replay                           | Missing required option: '--file=FILE'
            replay --file absent.csv         | can't read absent.csv: no such file, or no permission
            replay --file x --mount nose     | 'nose' is none of unknown, c7, occiput, upper_back, earbud
            """)
    void aMistakeIsNamed(String arguments, String fault) {
        assertThat(command.execute(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(fault);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whereTheTruthCanNotBeWrittenNothingIsPlayed() {
        assertThat(command.execute("play", "--truth", "no-such-directory/truth.jsonl"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("can't write the truth to no-such-directory/truth.jsonl: no such directory");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutASubcommandItSaysWhatThereIs() {
        assertThat(command.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("say what to simulate: play or replay");
    }

    @ParameterizedTest
    @CsvSource({"play --help", "replay --help"})
    void helpShowsExamples(String arguments) {
        assertThat(command.execute(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("Examples:").contains("--mqtt");
    }

    @Test
    void aBrokerThatIsNotThereEndsItWithAMessage() {
        assertThat(command.execute("play", "--devices", "2", "--mqtt", "tcp://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("the devices can't connect to the MQTT broker at tcp://127.0.0.1:1; is it running?");
    }
}
