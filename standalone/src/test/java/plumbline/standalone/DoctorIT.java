package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plumbline.contract.operator.EnvironmentDefaults;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.standalone.pipeline.Brokers;

/** What the doctor says of real brokers, and of none. */
class DoctorIT {
    private static Brokers brokers;

    @BeforeAll
    static void start() {
        brokers = Brokers.start(0, 0);
    }

    @AfterAll
    static void stop() {
        brokers.close();
    }

    private record Told(int exitCode, String text) {}

    private static Told doctor(String mqtt, String kafka, String... more) {
        StringWriter out = new StringWriter();
        CommandLine command = Plumbline.commandLine(new EnvironmentDefaults(Map.of()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true));
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"doctor", "--mqtt", mqtt, "--kafka", kafka}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return new Told(command.execute(arguments), out.toString());
    }

    @Test
    void ofSoundBrokersNothingIsWrong() {
        Told told = doctor(brokers.mqtt().address(), brokers.kafka().bootstrap());

        assertThat(told.text())
                .contains("speaks MQTT 5", "1500 messages acknowledged while ingest was away, 1500 came back")
                .contains("brokers: 1", "calls itself")
                .contains("nothing is wrong")
                .doesNotContain("WRONG");
        assertThat(told.exitCode()).isZero();
    }

    @Test
    void aKafkaThatSendsItsClientsAstrayIsToldOnceWithTheSettingToChange(@TempDir Path folder) {
        try (EmbeddedKafka astray = EmbeddedKafka.start(0, 1, folder, List.of())) {
            Told told = doctor(brokers.mqtt().address(), astray.bootstrap());

            assertThat(told.text())
                    .contains("calls itself 127.0.0.1:1, which can't be reached from here", "advertised.listeners")
                    .contains("1 thing is wrong");
            assertThat(told.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void whereNobodyListensBothAreNamedAndTheRestIsLookedAtAllTheSame() {
        Told told = doctor("tcp://127.0.0.1:1", "127.0.0.1:1");

        assertThat(told.text())
                .contains("WRONG  mqtt   can't connect to MQTT at tcp://127.0.0.1:1")
                .contains("WRONG  kafka  nothing can be learned from Kafka at 127.0.0.1:1")
                .contains("ok     java   Java ")
                .contains("2 things are wrong");
        assertThat(told.exitCode()).isEqualTo(1);
    }

    @Test
    void probesThatWouldTellNothingOrTakeForEverAreRefused() {
        Told told = doctor("tcp://127.0.0.1:1", "127.0.0.1:1", "--probes", "100001");

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.text()).contains("--probes is 100001; allowed is 1001 to 100000");
    }
}
