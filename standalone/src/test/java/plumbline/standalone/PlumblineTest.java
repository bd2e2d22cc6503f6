package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import plumbline.contract.operator.EnvironmentDefaults;

/** The command line as a whole: help everywhere, and refusals that help. */
class PlumblineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = commandLine(Map.of());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private static CommandLine commandLine(Map<String, String> environment) {
        return Plumbline.commandLine(new EnvironmentDefaults(environment));
    }

    static Stream<CommandLine> commands() {
        return all(commandLine(Map.of()));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(PlumblineTest::all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamples(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
        assertThat(help).contains("--help").contains("Examples:");
    }

    @Test
    void helpEndsWithZero() {
        assertThat(run("demo", "--help")).isZero();
        assertThat(out.toString()).contains("--devices=N");
    }

    @Test
    void anUnknownCommandIsRefusedWithTheNearestName() {
        assertThat(run("strems")).isEqualTo(2);
        assertThat(err.toString()).contains("strems").contains("plumbline streams");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestName() {
        assertThat(run("demo", "--device", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--device").contains("--devices").contains("plumbline demo --help");
    }

    @Test
    void anUnknownSettingOfTheRulesIsRefusedWithTheNearestName() {
        assertThat(run("demo", "--set", "forward-neck.lon=5m")).isEqualTo(2);
        assertThat(err.toString()).contains("'forward-neck.lon'").contains("forward-neck.long");
    }

    @Test
    void aValueThatCantBeIsRefusedWithWhatMayBeWritten() {
        assertThat(run("demo", "--set", "forward-neck.long=soon")).isEqualTo(2);
        assertThat(err.toString()).contains("forward-neck.long is 'soon'").contains("7m");
    }

    @Test
    void anUnknownVariableIsRefusedWithTheNearestName() {
        EnvironmentDefaults defaults = new EnvironmentDefaults(Map.of("PLUMBLINE_KAFKAA", "x", "PATH", "/bin"));
        assertThat(defaults.unknown(commandLine(Map.of())))
                .containsExactly("there is no setting PLUMBLINE_KAFKAA; did you mean PLUMBLINE_KAFKA?");
    }

    @Test
    void anOptionCanComeFromTheEnvironment() {
        CommandLine command = commandLine(Map.of("PLUMBLINE_TOPIC_PREFIX", "a b"));
        command.setErr(new PrintWriter(err, true));
        assertThat(command.execute("ingest")).isEqualTo(2);
        assertThat(err.toString()).contains("topic prefix");
    }

    @Test
    void aVariableThatIsAtFaultIsNamed() {
        CommandLine command = commandLine(Map.of("PLUMBLINE_THREADS", "0", "PLUMBLINE_KAFKA", "kafka:9092"));
        command.setErr(new PrintWriter(err, true));
        assertThat(command.execute("streams")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--threads comes from PLUMBLINE_THREADS in the environment")
                .doesNotContain("PLUMBLINE_KAFKA");
    }

    @Test
    void aVariableThatTheCommandLineOverrulesIsNotBlamed() {
        CommandLine command = commandLine(Map.of("PLUMBLINE_THREADS", "1"));
        command.setErr(new PrintWriter(err, true));
        assertThat(command.execute("streams", "--threads=0")).isEqualTo(2);
        assertThat(err.toString()).contains("--threads").doesNotContain("PLUMBLINE_THREADS");
    }

    @Test
    void anOptionOnTheCommandLineWinsOverTheEnvironment() {
        CommandLine command = commandLine(Map.of("PLUMBLINE_SPEED", "9"));
        command.parseArgs("ingest", "--speed", "3");
        CommandLine ingest = command.getSubcommands().get("ingest");
        assertThat(ingest.getParseResult().matchedOptionValue("--speed", 0.0)).isEqualTo(3.0);
    }

    @Test
    void wearersCantBeHurriedWhereThereAreNone() {
        assertThat(run("demo", "--devices", "0", "--speed", "10")).isEqualTo(2);
        assertThat(err.toString()).contains("--speed needs simulated wearers");
    }
}
