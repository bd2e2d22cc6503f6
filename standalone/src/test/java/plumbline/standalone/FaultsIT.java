package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plumbline.contract.operator.EnvironmentDefaults;

/** The quick rows of the fault suite, against real processes: some minutes. */
class FaultsIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Plumbline.commandLine(new EnvironmentDefaults(Map.of()));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @Test
    void everyQuickRowKeepsItsPromise(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("faults.json");
        int code = run("faults", "--quick", "--json", json.toString());
        assertThat(code).as("%s%n%s", err, out).isZero();
        assertThat(out.toString()).contains("| row ").doesNotContain("| broken ");
        assertThat(Files.readString(json)).contains("\"outcome\":\"kept\"");
        System.out.println(out);
    }

    @Test
    void anUnknownRowIsRefusedWithThoseThatExist() {
        assertThat(run("faults", "--rows", "1,99")).isEqualTo(2);
        assertThat(err.toString()).contains("'99'").contains("1, 2, 3").contains("control");
    }
}
