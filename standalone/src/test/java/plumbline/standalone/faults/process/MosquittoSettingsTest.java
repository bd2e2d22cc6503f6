package plumbline.standalone.faults.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MosquittoSettingsTest {
    private static final Path SHIPPED = Path.of("../docker/mosquitto.conf");

    @TempDir
    private Path folder;

    /** What Mosquitto would read, in its order. */
    private static List<String> settings(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String user() {
        return "user " + System.getProperty("user.name");
    }

    @Test
    void theDurableSettingsAreThoseThatAreShippedButForTheirPlaces() throws IOException {
        List<String> expected = new ArrayList<>(settings(SHIPPED));
        expected.replaceAll(line -> line.startsWith("listener ") ? "listener 4711 127.0.0.1" : line);
        expected.replaceAll(
                line -> line.startsWith("persistence_location ") ? "persistence_location /some/where/" : line);
        expected.add(user());

        Path file = MosquittoSettings.durable(folder, "4711 127.0.0.1", "/some/where");
        assertThat(settings(file)).isEqualTo(expected).contains("listener 4711 127.0.0.1");
        assertThat(file.getParent()).isEqualTo(folder);
    }

    @Test
    void theDurableSettingsKeepWhatWasAcknowledged() throws IOException {
        assertThat(settings(MosquittoSettings.durable(folder, "4711", "/some/where")))
                .contains(
                        "persistence true",
                        "persistence_location /some/where/",
                        "autosave_interval 1",
                        "max_queued_messages 0");
    }

    @Test
    void theDefaultsHoldNoPersistenceAndNothingOfTheQueue() throws IOException {
        assertThat(settings(MosquittoSettings.defaults(folder, "4711 127.0.0.1")))
                .containsExactly("listener 4711 127.0.0.1", "allow_anonymous true", user());
    }
}
