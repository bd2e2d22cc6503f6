package plumbline.streams;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody names on the command line. */
final class InputFile {
    private InputFile() {}

    /** Throws IllegalArgumentException that names the file where it can't be read. */
    static void requireReadable(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("can't read " + file + ": it is a directory");
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("can't read " + file + ": no such file, or no permission");
        }
    }
}
