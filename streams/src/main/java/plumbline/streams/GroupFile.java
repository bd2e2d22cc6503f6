package plumbline.streams;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.device.DeviceId;
import plumbline.contract.operator.InputFile;

/** The devices of a group in a file: an id a line; blank lines and {@code #} are skipped. */
final class GroupFile {
    private GroupFile() {}

    /** Throws IllegalArgumentException with a message for people, which names the file and the line. */
    static Set<DeviceId> read(Path file) throws IOException {
        Set<DeviceId> members = new HashSet<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String place = file + ", line " + (i + 1);
                members.add(DeviceId.parse(line)
                        .orElseThrow(() -> new IllegalArgumentException(
                                place + ": '" + line + "' is not 1 to 64 of A-Z a-z 0-9 _ -")));
            }
        }
        if (members.isEmpty()) {
            throw new IllegalArgumentException(file + " names no device");
        }
        return members;
    }

    private static List<String> lines(Path file) throws IOException {
        InputFile.requireReadable(file);
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is no text in UTF-8", e);
        }
    }
}
