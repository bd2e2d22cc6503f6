package plumbline.simulator.load;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Uploads that nobody can read, numbered. */
final class Poison {
    private static final String BEGIN = "{poison ";

    private Poison() {}

    static byte[] of(int number) {
        return (BEGIN + number).getBytes(StandardCharsets.UTF_8);
    }

    /** Its number, or nothing where {@code payload} is no poison of ours. */
    static Optional<Integer> numberOf(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return text.startsWith(BEGIN) ? Optional.of(Integer.valueOf(text.substring(BEGIN.length()))) : Optional.empty();
    }
}
