package plumbline.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds one secret and perhaps a line end after it. */
final class SecretFile {
    static final int MAX_BYTES = 4096;

    private SecretFile() {}

    /** Throws IllegalArgumentException with a message for people, which never holds the secret. */
    static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException(file + " is no secret: it has over " + MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new IllegalArgumentException("can't read the secret in " + file + ": " + e, e);
        }
    }
}
