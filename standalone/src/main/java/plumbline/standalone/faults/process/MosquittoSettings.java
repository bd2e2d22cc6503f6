package plumbline.standalone.faults.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The two ways in which Mosquitto is run: with the settings that the pipeline asks for, and with its own defaults. */
final class MosquittoSettings {
    private static final String SHIPPED = "/plumbline/standalone/mosquitto.conf";

    private MosquittoSettings() {}

    /** The settings that come with the pipeline, but for its places. */
    static Path durable(Path folder, String listener, String data) {
        String text = shipped()
                .replaceFirst("(?m)^listener .*$", "listener " + listener)
                .replaceFirst("(?m)^persistence_location .*$", "persistence_location " + data + "/");
        return write(folder, text + user());
    }

    static Path defaults(Path folder, String listener) {
        return write(folder, "listener " + listener + "\nallow_anonymous true\n" + user());
    }

    /** As root it would take another name, and then not be let into the folder. */
    private static String user() {
        return "\nuser " + System.getProperty("user.name") + "\n";
    }

    private static String shipped() {
        try (InputStream file = Objects.requireNonNull(MosquittoSettings.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("mosquitto.conf"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
