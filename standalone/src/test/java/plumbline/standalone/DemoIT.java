package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import plumbline.contract.operator.EnvironmentDefaults;

/** The demo as somebody meets it who has just built it. */
class DemoIT {
    private static final StringWriter OUT = new StringWriter();
    private static final StringWriter ERR = new StringWriter();
    private static int exitCode;

    @BeforeAll
    static void run() {
        CommandLine command = Plumbline.commandLine(new EnvironmentDefaults(Map.of()));
        command.setOut(new PrintWriter(OUT, true));
        command.setErr(new PrintWriter(ERR, true));
        exitCode = command.execute("demo", "--mqtt-port", "0", "--kafka-port", "0", "--for", "40s");
    }

    @Test
    void itEndsWell() {
        assertThat(exitCode).as("%s%n%s", OUT, ERR).isZero();
    }

    @Test
    void itSaysWhereBothBrokersAreReady() {
        assertThat(lines()).anyMatch(line -> line.matches("ready after .* s: MQTT at tcp://.*, Kafka at .*:\\d+"));
    }

    @Test
    void itShowsAReminderInOnePlainLineAndItsWayToTheWearerAndBack() {
        assertThat(lines())
                .anyMatch(line -> line.matches(".* sim-\\d+ +REMINDER +forward neck for \\d+ min: neck roll"));
        assertThat(lines()).anyMatch(line -> line.matches(".* sim-\\d+ +delivered +to the device"));
        assertThat(lines()).anyMatch(line -> line.matches(".* sim-\\d+ +answer +.*"));
    }

    @Test
    void itEndsWithTotalsAndThreeCommandsToTryNext() {
        assertThat(lines()).anyMatch(line -> line.matches("\\d+ readings in \\d+ uploads from 12 devices; .*"));
        assertThat(lines()).filteredOn(line -> line.startsWith("  ./plumbline")).hasSize(3);
    }

    private static List<String> lines() {
        return OUT.toString().lines().toList();
    }
}
