package plumbline.streams;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import plumbline.contract.operator.ServiceException;

/**
 * What one running copy of the service calls itself in Kafka's group, kept beside its state. By it Kafka knows a copy that
 * comes back; one under a new name it would let wait until the old one had been silent for long.
 */
final class InstanceId {
    private static final String FILE = "instance-id";

    /** What Kafka takes for an id. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private InstanceId() {}

    /**
     * The id kept in {@code folder}, a new one where there is none that can be used; throws {@link ServiceException} if it
     * can't be kept.
     */
    static String in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file) || !isId(Files.readAllBytes(file))) {
                Files.createDirectories(folder);
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ServiceException("can't keep this instance's id in " + file + ": " + e, e);
        }
    }

    private static boolean isId(byte[] bytes) {
        return ID.matcher(new String(bytes, StandardCharsets.ISO_8859_1).strip())
                .matches();
    }
}
