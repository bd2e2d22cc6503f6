package plumbline.contract.operator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that somebody names on the command line. */
public final class InputFile {
    private InputFile() {}

    /** Why it can't be read, for people, with its name; nothing where it can. */
    public static Optional<String> fault(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of("can't read " + file + ": it is a directory");
        }
        return Files.isReadable(file)
                ? Optional.empty()
                : Optional.of("can't read " + file + ": no such file, or no permission");
    }

    /** Throws IllegalArgumentException with that fault. */
    public static void requireReadable(Path file) {
        fault(file).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }
}
